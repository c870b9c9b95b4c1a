import { armName } from '../arm-id.ts';
import { compareText } from '../compare-text.ts';
import type { Route, RouteTableFacts } from '../network-facts.ts';

/** What some routes of a table do, as one sentence with every next hop. */
export function routesWords(table: RouteTableFacts, routes: readonly Route[]): string {
  const words = new Set(
    routes.map(({ addressPrefix, nextHopType, nextHopIp }) =>
      /^none$/i.test(nextHopType)
        ? `${addressPrefix} nowhere (next hop None)`
        : `${addressPrefix} to ${nextHopType}${nextHopIp ? ` ${nextHopIp}` : ''}`,
    ),
  );
  return `Route table ${armName(table.id)} sends ${listed([...words])}.`;
}

/** The first five in order; the rest as a number. */
export function listed(values: readonly string[]): string {
  const sorted = [...new Set(values)].sort(compareText);
  const more = sorted.length - 5;
  return sorted.length === 0
    ? 'no address'
    : `${sorted.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
