import type { Range } from '../address.ts';
import { merged, spanOf } from '../ranges/span.ts';

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
