import { armName } from '../arm-id.ts';
import { factById, type NetworkFacts, readActions } from '../network-facts.ts';
import type { Service } from '../service.ts';
import { addressesOf, type ChangeReason, namesOf, placesOf, reason } from './change-reason.ts';
import { docs } from './docs.ts';
import { type Situation, usesVnet } from './situation.ts';

/** Decisions of the owner that change an address of a classic service. */
export function ownerReasons(situation: Situation, service: Service): readonly ChangeReason[] {
  const premium = /^premium$/i.test(service.tier);
  const vnetTier = premium || /^developer$/i.test(service.tier);
  const inVnet = usesVnet(situation);
  const zoned = service.regions.filter(({ zones }) => zones.length > 0);
  const reasons: ChangeReason[] = [
    reason(
      'recreated',
      'Deleting the service and creating it again',
      'The new one has new addresses.',
      situation,
    ),
  ];
  if (vnetTier) {
    reasons.push(
      inVnet
        ? reason(
            'vnet-removed',
            'Taking the service out of its VNet',
            'It then has another public IP.',
            situation,
          )
        : reason(
            'vnet-added',
            'Putting the service into a VNet',
            'It then has another public IP.',
            situation,
          ),
    );
  }
  if (inVnet) {
    const other = situation === 'classic-internal' ? 'External' : 'Internal';
    reasons.push(
      reason(
        'vnet-mode-switched',
        `Switching to ${other} mode`,
        `The public IP changes.${ownIps(service)}`,
        situation,
      ),
      {
        ...reason(
          'subnet-moved',
          'Moving to another subnet',
          `The range, and the addresses in it, change.${ownIps(service)}`,
          situation,
        ),
        affects: [...addressesOf(situation), 'subnet range'],
      },
      reason(
        'public-ip-resource-changed',
        'Giving it another public IP resource',
        situation === 'classic-internal'
          ? 'The public IP changes. Users saw the private VIP change with it.'
          : 'The public IP changes.',
        situation,
      ),
    );
  }
  if (premium) {
    const none = zoned.length === 0;
    const vip = situation === 'classic-internal' ? ' Users saw the private VIP change as well.' : '';
    reasons.push({
      ...reason(
        'zones-changed',
        none ? 'Turning on availability zones' : 'Adding or removing availability zones',
        `${none ? 'The service uses no zones yet.' : `${namesOf(zoned)} ${zoned.length === 1 ? 'uses' : 'use'} zones.`} A change of zones changes the public IP.${vip}${ownIps(service)}`,
        situation,
      ),
      docs: docs.zones,
    });
    reasons.push(
      reason(
        'region-reinstated',
        'Removing a region and adding it again',
        service.regions.length > 1
          ? `Each of ${namesOf(service.regions)} would come back with another address; the other regions keep theirs.`
          : 'The service has one region, so this matters only once others are added.',
        situation,
      ),
    );
  }
  return reasons;
}

/** Decisions about resources around a classic service. */
export function networkReasons(
  situation: Situation,
  service: Service,
  network: NetworkFacts,
): readonly ChangeReason[] {
  const withNat = service.regions.filter(region => {
    if (region.natGatewayState?.toLowerCase() === 'enabled') return true;
    if (region.subnetId === null || !usesVnet(situation)) return false;
    const fact = factById(network.subnets, region.subnetId, readActions.subnets);
    return fact.state === 'known' && fact.value.natGatewayId !== null;
  });
  const labelled = service.regions.filter(({ publicIpAddressId }) => publicIpAddressId !== null);
  return [
    ...(withNat.length > 0
      ? [
          {
            code: 'nat-gateway-changed',
            when: 'if-you',
            basis: 'reported',
            title: 'Changing the NAT gateway',
            text: `Internet back ends see the NAT gateway of ${namesOf(withNat)}. Its addresses follow its own public IPs and prefixes.`,
            affects: ['outbound IP'],
            ...placesOf(withNat),
            docs: docs.natGateway,
          } satisfies ChangeReason,
        ]
      : []),
    ...(labelled.length > 0
      ? [
          {
            code: 'public-ip-dns-label',
            when: 'if-you',
            basis: 'reported',
            title: 'Changing the DNS label of your public IP',
            text: 'The address stays, but the names of the service stop resolving.',
            affects: [],
            ...placesOf(labelled),
            docs: docs.vnetExternal,
          } satisfies ChangeReason,
        ]
      : []),
  ];
}

/** The swap rule: a service with its own public IP may have to be given a different one. */
function ownIps(service: Service): string {
  const ids = service.regions.flatMap(({ publicIpAddressId }) => publicIpAddressId ?? []);
  return ids.length === 0
    ? ''
    : ` It may need a public IP resource other than ${ids.map(armName).join(', ')}; you may swap back afterwards.`;
}
