import { armKey, parseServiceId } from '../arm-id.ts';
import { compareNames } from '../fleet/natural-order.ts';
import { type FindIndex, serviceById } from './find-index.ts';
import type { FindHit } from './hit.ts';

/** The services that an ARM id names, that use the resource it names, or that lie in the scope it names. */
export function idHits(id: string, index: FindIndex): readonly FindHit[] {
  if (parseServiceId(id)) {
    const [path = id] = /^(?:\/[^/]+){8}/.exec(id) ?? [];
    const service = serviceById(index, path);
    return service ? [{ kind: 'service', service, match: 'id' }] : [];
  }
  const key = armKey(id);
  const users = index.parts.flatMap(({ resources }) => resources.get(key) ?? []);
  if (users.length > 0) return users.map(user => ({ kind: 'resource', ...user }));
  const below = `${key}/`;
  const inNetwork = index.parts.flatMap(({ resources }) =>
    [...resources].flatMap(([resource, places]) => (resource.startsWith(below) ? places : [])),
  );
  const inScope = index.parts.flatMap(({ services }) =>
    services.filter(service => armKey(service.id).startsWith(below)),
  );
  return [
    ...inScope.map((service): FindHit => ({ kind: 'service', service, match: 'id' })),
    ...inNetwork
      .filter(({ service }) => !inScope.includes(service))
      .map((place): FindHit => ({ kind: 'resource', ...place })),
  ];
}

/**
 * The names that every service has by default, at Azure's own domains: of the gateway, its regions, the portals,
 * management and SCM. Source: learn.microsoft.com/azure/api-management/configure-custom-domain, "Default domain names".
 */
const defaultName =
  /^([a-z0-9-]+?)(?:-[a-z0-9]+-\d{2}\.regional|\.portal|\.developer|\.management|\.scm|\.configuration)?\.azure-api\.(?:net|us|cn)$/;

/** The service that a default host name belongs to, by its name. */
export function nameInDefaultHost(host: string): string | undefined {
  return defaultName.exec(host)?.[1];
}

/** Services with this host name, or with names below it; a default name also finds its service where ARM lists no such name. */
export function hostHits(host: string, index: FindIndex): readonly FindHit[] {
  const exact = index.parts.flatMap(({ hosts }) => hosts.get(host) ?? []);
  if (exact.length > 0) return exact.map(place => ({ kind: 'host', ...place, exact: true }));
  const below = `.${host}`;
  const named = index.parts.flatMap(({ hosts }) =>
    [...hosts].flatMap(([name, places]) => (name.endsWith(below) ? places : [])),
  );
  if (named.length > 0) return named.map(place => ({ kind: 'host', ...place, exact: false }));
  const name = nameInDefaultHost(host);
  if (name === undefined) return [];
  return index.parts.flatMap(({ services }) =>
    services
      .filter(service => service.name.toLowerCase() === name)
      .map((service): FindHit => ({ kind: 'host', service, host, type: 'default', exact: true })),
  );
}

/** The first letter of 10,000 names is no question yet: to put them in order would make typing stutter. */
const mostByName = 500;

const rank = { name: 0, begins: 1, part: 2, id: 0 } as const;

/** Services by name: the name itself first, then those that begin with it, then those that hold it. */
export function nameHits(name: string, index: FindIndex): readonly FindHit[] {
  const found = index.parts.flatMap(({ services }) =>
    services.flatMap(service => {
      const at = service.name.toLowerCase().indexOf(name);
      if (at < 0) return [];
      const match = at > 0 ? 'part' : service.name.length === name.length ? 'name' : 'begins';
      return [{ kind: 'service' as const, service, match } as const];
    }),
  );
  const byName = found.length > mostByName ? () => 0 : compareNames;
  return found.sort((a, b) => rank[a.match] - rank[b.match] || byName(a.service.name, b.service.name));
}
