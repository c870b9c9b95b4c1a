import { armKey, armName } from '../arm-id.ts';
import { situationOf } from '../guidance/situation.ts';
import { type IpRange, parseIpRange } from '../ranges/ip-range.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { addressKind } from '../tier.ts';

/** What an address is to a service. `reported`: on a tier where it is not the service's own, or on one that Microsoft does not document. */
export type PlaceRole =
  | 'public-ip'
  | 'outbound-ip'
  | 'private-vip'
  | 'subnet-range'
  | 'private-endpoint'
  | 'precreated-ip'
  | 'reported';

/** One address or range of one service, with everything that it is to it. */
export type Place = {
  readonly service: Service;
  /** Null for what belongs to no region. */
  readonly region: ServiceRegion | null;
  readonly roles: readonly PlaceRole[];
  readonly range: IpRange;
  /** The name of the subnet or private endpoint that it comes from. */
  readonly from?: string;
};

/** The addresses that ARM reports for a service. Two roles of one address are one place. */
export function placesOf(service: Service): readonly Place[] {
  const inRegions = service.regions.flatMap(region => {
    const places = new Map<string, Place>();
    for (const [text, role] of reportedIn(service, region)) {
      const range = parseIpRange(text);
      if (!range) continue;
      const key = `${range.start}-${range.end}`;
      const roles = places.get(key)?.roles ?? [];
      if (!roles.includes(role)) places.set(key, { service, region, roles: [...roles, role], range });
    }
    return [...places.values()];
  });
  const later = service.precreatedIps.flatMap((text): Place[] => {
    const range = parseIpRange(text);
    return range ? [{ service, region: null, roles: ['precreated-ip'], range }] : [];
  });
  return [...inRegions, ...later];
}

function reportedIn(service: Service, region: ServiceRegion): readonly (readonly [string, PlaceRole])[] {
  const { publicIPAddresses, privateIPAddresses, outboundPublicIPAddresses } = region;
  const privateVips = privateIPAddresses.map(text => [text, 'private-vip'] as const);
  const own = addressKind(service.tier) === 'dedicated' && situationOf(service) !== 'undocumented';
  if (!own) {
    const reported = [...publicIPAddresses, ...outboundPublicIPAddresses];
    return [...reported.map(text => [text, 'reported'] as const), ...privateVips];
  }
  const outbound =
    outboundPublicIPAddresses.length > 0
      ? outboundPublicIPAddresses
      : region.natGatewayState?.toLowerCase() === 'enabled'
        ? []
        : publicIPAddresses;
  return [
    ...publicIPAddresses.map(text => [text, 'public-ip'] as const),
    ...outbound.map(text => [text, 'outbound-ip'] as const),
    ...privateVips,
  ];
}

/** The resources that a service names: by `armKey`, with what they are to it. */
export function resourcesOf(
  service: Service,
): readonly (readonly [key: string, what: string, region: ServiceRegion | null])[] {
  return [
    ...service.regions.flatMap(region => [
      ...(region.subnetId === null
        ? []
        : [[armKey(region.subnetId), `stands in subnet ${armName(region.subnetId)}`, region] as const]),
      ...(region.publicIpAddressId === null
        ? []
        : [
            [
              armKey(region.publicIpAddressId),
              `uses public IP ${armName(region.publicIpAddressId)}`,
              region,
            ] as const,
          ]),
    ]),
    ...service.privateEndpoints.flatMap(({ privateEndpointId, status }) =>
      privateEndpointId === null
        ? []
        : [
            [
              armKey(privateEndpointId),
              `private endpoint ${armName(privateEndpointId)}, ${status.toLowerCase()}`,
              null,
            ] as const,
          ],
    ),
  ];
}
