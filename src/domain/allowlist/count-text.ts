/** A number of addresses for people: to the last one up to a million, then as a power of ten. */
export function countText(count: bigint): string {
  if (count < 1_000_000n) return count.toLocaleString('en-GB');
  const digits = count.toString();
  if (digits.length <= 12)
    return `${(Number(count) / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} million`;
  return `about 10^${digits.length - 1}`;
}
