import ipaddr from 'ipaddr.js';

/** The first and the last address of a range, as numbers; of one family. */
export type Span = { readonly start: bigint; readonly end: bigint };

/** The span of a canonical CIDR. */
export function spanOf(cidr: string): Span {
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bytes = address.toByteArray();
  const start = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { start, end: start + 2n ** BigInt(bytes.length * 8 - prefix) - 1n };
}

/** The same addresses as few spans, in ascending order. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort(byStart)) {
    const last = result.at(-1);
    if (!last || span.start > last.end + 1n) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}

/** Ascending by the first address, for `sort`. */
export function byStart(a: Span, b: Span): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : 0;
}

/** The addresses that two spans share, undefined where they share none. */
export function overlapOf(a: Span, b: Span): Span | undefined {
  const { start } = a.start > b.start ? a : b;
  const { end } = a.end < b.end ? a : b;
  return start <= end ? { start, end } : undefined;
}
