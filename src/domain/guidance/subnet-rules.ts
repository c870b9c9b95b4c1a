import { type NetworkFacts, tagByName } from '../network-facts.ts';
import type { Service } from '../service.ts';
import type { Entry } from './contract.ts';
import { docs } from './docs.ts';
import { finding } from './notices.ts';
import { type Part, part, warningsOf } from './part.ts';
import type { Purpose } from './purpose.ts';
import { readRanges } from './ranges.ts';
import type { Situation } from './situation.ts';

type Rule = {
  readonly purpose: Purpose;
  readonly tag: string;
  readonly port: number;
  readonly required: boolean;
  readonly reason: string;
};

/**
 * What the network security group of the subnet must let in, the same in every region of a classic service in a
 * VNet. Source: learn.microsoft.com/azure/api-management/virtual-network-reference, "Required ports".
 */
export function subnetRulesPart(situation: Situation, service: Service, network: NetworkFacts): Part {
  if (situation !== 'classic-external' && situation !== 'classic-internal') return part({});
  const developer = service.tier.toLowerCase() === 'developer';
  const rules: Rule[] = [
    {
      purpose: 'management',
      tag: 'ApiManagement',
      port: 3443,
      required: true,
      reason: 'Azure manages the service on this port.',
    },
    {
      purpose: 'load-balancer',
      tag: 'AzureLoadBalancer',
      port: 6390,
      required: !developer,
      reason: developer
        ? 'Azure’s load balancer checks the service on this port; optional on Developer.'
        : 'Azure’s load balancer checks the service on this port.',
    },
  ];
  if (situation === 'classic-external' && service.regions.length > 1) {
    rules.push({
      purpose: 'traffic-manager',
      tag: 'AzureTrafficManager',
      port: 443,
      required: true,
      reason: 'Azure Traffic Manager checks each region on this port to route clients between regions.',
    });
  }
  return part({
    entries: rules.map(rule => entryOf(rule, network)),
    warnings: warningsOf([
      finding(situation === 'classic-external' ? 'nsg-clients-inbound' : 'internal-public-ip'),
      ...(situation === 'classic-internal' && service.regions.length > 1
        ? [finding('internal-no-balancing')]
        : []),
    ]),
  });
}

function entryOf({ purpose, tag, port, required, reason }: Rule, network: NetworkFacts): Entry {
  const fact = tagByName(network, tag);
  const fetched =
    fact.state === 'known'
      ? {
          prefixes: readRanges(fact.value.prefixes).ranges.map(({ cidr }) => cidr),
          ...(fact.value.changeNumber === null ? {} : { changeNumber: fact.value.changeNumber }),
        }
      : {};
  return {
    purpose,
    enforceAt: 'service-subnet-nsg',
    valueIs: 'source',
    kind: 'serviceTag',
    value: tag,
    protocol: 'Tcp',
    ports: [port],
    required,
    stability: 'dynamic',
    from: 'virtualNetworkType',
    reason,
    docs: docs.vnetReference,
    ...fetched,
  };
}
