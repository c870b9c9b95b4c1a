import { parseRange } from '../address.ts';
import type { Route, RouteTableFacts } from '../network-facts.ts';
import { type Span, spanOf } from '../ranges/span.ts';
import { publicSpace } from './public-space.ts';

type RouteSpan = Span & { readonly prefix: number; readonly route: Route };

/** True for a next hop at which a packet leaves Azure's own path: a firewall, a gateway, nowhere, or one that nobody documented. */
export function diverts(route: Route): boolean {
  return !/^(internet|vnetlocal)$/i.test(route.nextHopType.trim());
}

/**
 * The routes that take packets to some public address away from Azure's own way to the internet. Azure sends a
 * packet by the longest matching prefix, so a default route counts, as do halves of it (0.0.0.0/1 and 128.0.0.0/1)
 * and a single public prefix, as far as no more specific route leads back to the internet. A back end may stand at
 * any public address: one diverted prefix is enough to make the general answer wrong. A route for a service tag
 * covers ranges that the route table does not show, so it counts as well.
 * Source: learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview.
 */
export function internetDiversions(table: RouteTableFacts, family: 'ipv4' | 'ipv6'): readonly Route[] {
  const spans: RouteSpan[] = [];
  const found = new Set<Route>();
  for (const route of table.routes) {
    const range = parseRange(route.addressPrefix);
    if (!range) {
      if (diverts(route)) found.add(route);
    } else if (range.family === family) {
      spans.push({ ...spanOf(range.cidr), prefix: range.prefix, route });
    }
  }
  for (const space of publicSpace[family]) {
    for (const point of changePoints(spans, space)) {
      for (const { route } of longestMatches(spans, point)) if (diverts(route)) found.add(route);
    }
  }
  return table.routes.filter(route => found.has(route));
}

/** The addresses at which another route may begin to apply; between two of them nothing changes. */
function changePoints(spans: readonly RouteSpan[], space: Span): readonly bigint[] {
  const points = new Set([space.start]);
  for (const { start, end } of spans) {
    for (const point of [start, end + 1n]) {
      if (point > space.start && point <= space.end) points.add(point);
    }
  }
  return [...points];
}

/** One route, or several where the table holds one prefix twice. */
function longestMatches(spans: readonly RouteSpan[], point: bigint): readonly RouteSpan[] {
  const matches = spans.filter(({ start, end }) => start <= point && point <= end);
  const longest = Math.max(...matches.map(({ prefix }) => prefix));
  return matches.filter(({ prefix }) => prefix === longest);
}
