import ipaddr from 'ipaddr.js';
import type { Range } from '../address.ts';

/** The first and the last address of a range, as numbers; of one family. */
export type Span = { readonly start: bigint; readonly end: bigint };

/** The span of a canonical CIDR. */
export function spanOf(cidr: string): Span {
  const [address, prefix] = ipaddr.parseCIDR(cidr);
  const bytes = address.toByteArray();
  const start = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  return { start, end: start + 2n ** BigInt(bytes.length * 8 - prefix) - 1n };
}

/** True when two lists hold the same addresses, however they are cut into ranges. */
export function sameAddresses(a: readonly Range[], b: readonly Range[]): boolean {
  return coverage(a) === coverage(b);
}

function coverage(ranges: readonly Range[]): string {
  return (['ipv4', 'ipv6'] as const)
    .map(family => {
      const spans = ranges.filter(range => range.family === family).map(range => spanOf(range.cidr));
      return merged(spans)
        .map(({ start, end }) => `${start}-${end}`)
        .join(',');
    })
    .join(';');
}

/** The same addresses as few spans, in ascending order. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = result.at(-1);
    if (!last || span.start > last.end + 1n) result.push(span);
    else if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
  }
  return result;
}
