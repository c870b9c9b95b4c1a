import type { Range } from '../address.ts';
import { type Span, spanOf } from '../ranges/span.ts';

/** What no packet to the internet is addressed to. Source: IANA special-purpose address registries. */
const notPublic = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
];

/** Every address that can be reached on the internet. */
export const publicSpace: Readonly<Record<'ipv4' | 'ipv6', readonly Span[]>> = {
  ipv4: gapsBetween(notPublic.map(cidr => spanOf(cidr))),
  ipv6: [spanOf('2000::/3')],
};

/** True for a range that lies wholly on the internet; false for private space and for ranges as wide as 0.0.0.0/0. */
export function isPublicRange(range: Range): boolean {
  const { start, end } = spanOf(range.cidr);
  return publicSpace[range.family].some(space => space.start <= start && end <= space.end);
}

/** The rest of IPv4 space, for spans in ascending order. */
function gapsBetween(spans: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let next = 0n;
  for (const { start, end } of spans) {
    if (start > next) gaps.push({ start: next, end: start - 1n });
    next = end + 1n;
  }
  return gaps;
}
