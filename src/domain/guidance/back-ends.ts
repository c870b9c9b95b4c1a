import { armName } from '../arm-id.ts';
import { factById, type NetworkFacts, readActions, tagByName } from '../network-facts.ts';
import { regionLabel } from '../region.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { azureCloudTag } from './azure-cloud-tag.ts';
import type { Entry } from './contract.ts';
import { docs } from './docs.ts';
import { type Egress, internetEgress, privateEgress } from './egress.ts';
import { type Finding, finding } from './notices.ts';
import { joinParts, type Part, part, place, unknownsOf, warningsOf } from './part.ts';
import { readRanges } from './ranges.ts';
import { contradiction, type Situation, usesVnet } from './situation.ts';
import { unreadWords } from './unread-words.ts';

/** What back ends see of a service: by region, for those whose gateway is on. */
export function backEndsPart(situation: Situation, service: Service, network: NetworkFacts): Part {
  const regions = service.regions.filter(region => !region.gatewayDisabled);
  const joined = joinParts(
    regions.map(region =>
      joinParts([
        internetPart(situation, region, network),
        privatePart(situation, region, network),
        serviceEndpointsPart(situation, region, network),
      ]),
    ),
  );
  const storage = joined.entries.some(({ purpose }) => purpose === 'internet-back-ends');
  return joinParts([
    joined,
    part({ warnings: warningsOf(storage ? [finding('same-region-storage')] : []) }),
    part({ warnings: warningsOf(regions.length > 0 ? sharedTierFindings(situation) : []) }),
    part({
      warnings: warningsOf(usesVnet(situation) ? [finding('bgp-default-route-not-visible')] : []),
    }),
  ]);
}

function internetPart(situation: Situation, region: ServiceRegion, network: NetworkFacts): Part {
  const nothing = (...findings: readonly Finding[]) =>
    part({ unknown: unknownsOf(findings, 'internet-back-ends', region) });
  switch (situation) {
    case 'v2-integration':
      return nothing(finding('integration-egress'));
    case 'v2-injection':
      return nothing(finding('injection-egress'));
    case 'shared':
      return sharedEgressPart(region, network);
    default:
      return egressPart(internetEgress(situation, region, network), region, {
        purpose: 'internet-back-ends',
        reason: 'Internet back ends see the outbound addresses of the region, which belong to this service.',
        docs: docs.addresses,
      });
  }
}

function privatePart(situation: Situation, region: ServiceRegion, network: NetworkFacts): Part {
  const nothing = (...findings: readonly Finding[]) =>
    part({ unknown: unknownsOf(findings, 'private-back-ends', region) });
  if (situation === 'v2-injection') return nothing(finding('injection-egress'));
  if (!usesVnet(situation)) {
    const odd = contradiction(situation, region);
    return odd ? nothing(odd) : part({});
  }
  return egressPart(privateEgress(situation, region, network), region, {
    purpose: 'private-back-ends',
    reason: 'Private back ends may see any address of the subnet, so the private VIP alone is not enough.',
    docs: situation === 'v2-integration' ? docs.integration : docs.addresses,
  });
}

function egressPart(
  egress: Egress,
  region: ServiceRegion,
  parts: Pick<Entry, 'purpose' | 'reason' | 'docs'>,
): Part {
  const entries = egress.ranges.map(
    ({ cidr }): Entry => ({
      enforceAt: 'back-end-firewall',
      valueIs: 'source',
      kind: 'cidr',
      value: cidr,
      ...place(region),
      protocol: 'Tcp',
      ports: [],
      required: true,
      stability: 'static',
      from: egress.from,
      ...parts,
    }),
  );
  return part({
    entries,
    warnings: warningsOf(egress.warnings, region),
    unknown: unknownsOf(egress.unknown, parts.purpose, region),
  });
}

/** Consumption and the v2 tiers: the range of the whole Azure region is the narrowest thing that Microsoft documents. */
function sharedEgressPart(region: ServiceRegion, network: NetworkFacts): Part {
  const nothing = (...findings: readonly Finding[]) =>
    part({ unknown: unknownsOf(findings, 'internet-back-ends', region) });
  const odd = contradiction('shared', region);
  if (odd) return nothing(odd);
  const tag = azureCloudTag(region.name);
  if (!tag) return nothing(finding('value-not-readable', `Azure names the region "${region.name}".`));
  const fact = tagByName(network, tag);
  if (fact.state === 'unknown' && fact.reason === 'not-found') {
    return nothing(finding('service-tag-not-returned', `${tag}.`));
  }
  const entry: Entry = {
    purpose: 'internet-back-ends',
    enforceAt: 'back-end-firewall',
    valueIs: 'source',
    kind: 'serviceTag',
    value: tag,
    ...place(region),
    protocol: 'Tcp',
    ports: [],
    required: true,
    stability: 'shared',
    from: 'location',
    reason: `No address belongs to this service. Back ends see some public address of Azure in ${regionLabel(region.displayName)}, which other customers share.`,
    docs: docs.addresses,
  };
  if (fact.state === 'unknown') {
    return part({
      entries: [entry],
      warnings: warningsOf([finding('service-tag-not-read', unreadWords(tag, fact))], region),
    });
  }
  const { ranges, unreadable } = readRanges(fact.value.prefixes);
  const { changeNumber } = fact.value;
  return part({
    entries: [
      {
        ...entry,
        prefixes: ranges.map(({ cidr }) => cidr),
        ...(changeNumber === null ? {} : { changeNumber }),
      },
    ],
    unknown: unknownsOf(
      unreadable.map(value => finding('value-not-readable', `${tag} holds "${value}".`)),
      'internet-back-ends',
      region,
    ),
  });
}

function serviceEndpointsPart(situation: Situation, region: ServiceRegion, network: NetworkFacts): Part {
  if (!usesVnet(situation) || region.subnetId === null) return part({});
  const fact = factById(network.subnets, region.subnetId, readActions.subnets);
  if (fact.state === 'unknown' || fact.value.serviceEndpoints.length === 0) return part({});
  const services = [...new Set(fact.value.serviceEndpoints)].sort().join(', ');
  const special = `Subnet ${armName(region.subnetId)} has service endpoints for ${services}.`;
  return part({ warnings: warningsOf([finding('subnet-service-endpoints', special)], region) });
}

function sharedTierFindings(situation: Situation): readonly Finding[] {
  if (situation === 'shared') return [finding('shared-ranges'), finding('api-management-tag-not-egress')];
  return situation === 'v2-integration' || situation === 'v2-injection'
    ? [finding('api-management-tag-not-egress')]
    : [];
}
