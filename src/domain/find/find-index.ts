import { armKey } from '../arm-id.ts';
import { azureCloudTag } from '../guidance/azure-cloud-tag.ts';
import { hostOfUrl, parseHostName } from '../guidance/host-name.ts';
import { type RangeIndex, rangeIndex } from '../ranges/range-index.ts';
import type { HostName, Service, ServiceRegion } from '../service.ts';
import { addressKind } from '../tier.ts';
import { type Place, placesOf, resourcesOf } from './place.ts';

export type HostPlace = { readonly service: Service; readonly host: string; readonly type: string };
export type ResourcePlace = {
  readonly service: Service;
  readonly region: ServiceRegion | null;
  /** What the resource is to the service, in words: `stands in subnet snet-apim`. */
  readonly what: string;
};

/** Some services, made findable. */
export type IndexPart = {
  readonly services: readonly Service[];
  /** By `armKey`. */
  readonly byId: ReadonlyMap<string, Service>;
  readonly places: RangeIndex<Place>;
  readonly hosts: ReadonlyMap<string, readonly HostPlace[]>;
  /** By `armKey` of the resource. */
  readonly resources: ReadonlyMap<string, readonly ResourcePlace[]>;
  /** The regions in use, by the service tag of their public ranges. */
  readonly regions: ReadonlyMap<string, RegionInUse>;
};

export type RegionInUse = {
  readonly region: ServiceRegion;
  /** The services there that have no address of their own. */
  readonly shared: readonly Service[];
};

/** Every service, made findable, in parts that are each made within a few milliseconds. */
export type FindIndex = { readonly parts: readonly IndexPart[] };

export const emptyIndex: FindIndex = { parts: [] };

const servicesInPart = 100;

/**
 * Makes services findable step by step: the caller lets the page breathe between the steps. Parts of an earlier index
 * over the same services are taken over, so that a fleet that is still being read is not indexed anew with each page.
 */
export function* indexSteps(
  services: readonly Service[],
  earlier: FindIndex = emptyIndex,
): Generator<undefined, FindIndex> {
  const parts: IndexPart[] = [];
  for (let at = 0; at < services.length; at += servicesInPart) {
    const slice = services.slice(at, at + servicesInPart);
    const known = earlier.parts[parts.length];
    parts.push(known && sameServices(known.services, slice) ? known : partOf(slice));
    yield;
  }
  return { parts };
}

function sameServices(a: readonly Service[], b: readonly Service[]): boolean {
  return a.length === b.length && a.every((service, at) => service === b[at]);
}

function partOf(services: readonly Service[]): IndexPart {
  const hosts = new Map<string, HostPlace[]>();
  const resources = new Map<string, ResourcePlace[]>();
  for (const service of services) {
    for (const { host, type } of hostsOf(service)) add(hosts, host, { service, host, type });
    for (const [key, what, region] of resourcesOf(service)) add(resources, key, { service, region, what });
  }
  const places = services.flatMap(placesOf).map(place => [place.range, place] as const);
  const byId = new Map(services.map(service => [armKey(service.id), service]));
  return { services, byId, places: rangeIndex(places), hosts, resources, regions: regionsOf(services) };
}

function regionsOf(services: readonly Service[]): ReadonlyMap<string, RegionInUse> {
  const found = new Map<string, { region: ServiceRegion; shared: Set<Service> }>();
  for (const service of services) {
    const isShared = addressKind(service.tier) === 'shared';
    for (const region of service.regions) {
      const there = found.get(region.name) ?? { region, shared: new Set<Service>() };
      if (isShared) there.shared.add(service);
      found.set(region.name, there);
    }
  }
  return new Map(
    [...found].flatMap(([name, { region, shared }]) => {
      const tag = azureCloudTag(name);
      return tag === undefined ? [] : [[tag, { region, shared: [...shared] }] as const];
    }),
  );
}

/** Every name once; a regional name that ARM gives as a URL alone is one too. */
function hostsOf(service: Service): readonly { readonly host: string; readonly type: string }[] {
  const regional = service.regions.flatMap(
    ({ gatewayRegionalUrl }): Pick<HostName, 'hostName' | 'type'>[] => {
      const hostName = hostOfUrl(gatewayRegionalUrl);
      return hostName === undefined ? [] : [{ hostName, type: 'RegionalProxy' }];
    },
  );
  const found = new Map<string, string>();
  for (const { hostName, type } of [...service.hostNames, ...regional]) {
    const host = parseHostName(hostName.replace(/^\*\./, ''));
    if (host !== undefined && !found.has(host)) found.set(host, type);
  }
  return [...found].map(([host, type]) => ({ host, type }));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The service of an ARM id, whatever its spelling. */
export function serviceById({ parts }: FindIndex, id: string): Service | undefined {
  const key = armKey(id);
  for (const { byId } of parts) {
    const found = byId.get(key);
    if (found) return found;
  }
  return undefined;
}
