import { factById, type NetworkFacts, type RouteTableFacts, readActions } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { finding } from './notices.ts';
import { joinParts, type Part, part, warningsOf } from './part.ts';
import { routesWords } from './route-words.ts';
import { internetDiversions } from './routing.ts';
import type { Situation } from './situation.ts';

/**
 * What breaks where a route table takes internet traffic elsewhere: replies to Azure management, and in External
 * mode replies to clients. Source: learn.microsoft.com/azure/api-management/virtual-network-reference, forced tunneling.
 */
export function forcedTunnelPart(situation: Situation, service: Service, network: NetworkFacts): Part {
  if (situation !== 'classic-external' && situation !== 'classic-internal') return part({});
  return joinParts(
    service.regions.map(region => {
      const table = routeTableOf(region, network);
      const routes = table ? internetDiversions(table, 'ipv4') : [];
      if (!table || routes.length === 0) return part({});
      const words = routesWords(table, routes);
      const back = table.routes.some(
        ({ addressPrefix, nextHopType }) =>
          /^ApiManagement$/i.test(addressPrefix) && /^Internet$/i.test(nextHopType),
      );
      const clients = situation === 'classic-external' && !region.gatewayDisabled;
      return part({
        warnings: warningsOf(
          [
            ...(back ? [] : [finding('management-route-missing', words)]),
            ...(clients ? [finding('client-route-missing', words)] : []),
          ],
          region,
        ),
      });
    }),
  );
}

function routeTableOf(region: ServiceRegion, network: NetworkFacts): RouteTableFacts | undefined {
  if (region.subnetId === null) return undefined;
  const subnet = factById(network.subnets, region.subnetId, readActions.subnets);
  if (subnet.state === 'unknown' || subnet.value.routeTableId === null) return undefined;
  const table = factById(network.routeTables, subnet.value.routeTableId, readActions.routeTables);
  return table.state === 'known' ? table.value : undefined;
}
