import { regionName } from '../../../../src/domain/region.ts';
import type { Json, JsonObject } from '../json.ts';
import type { NetworkHealth, Region, SandboxService } from '../model.ts';
import { type Dependency, dependenciesOf } from './dependencies.ts';

const minute = 60_000;
const day = 1440 * minute;

/** Moments that the checks of a region speak of, epoch ms. */
export type StatusTimes = {
  readonly now: number;
  /** When the world began: what fails has failed since before. */
  readonly began: number;
};

/** `networkstatus` of the whole service: a bare list (azure-facts 3). */
export function networkStatusWire(service: SandboxService, times: StatusTimes): Json {
  return service.regions.map(region => ({
    location: region.location,
    networkStatus: regionStatusWire(service, region, times),
  }));
}

/** `networkstatus` of one location: the inner object. */
export function regionStatusWire(service: SandboxService, region: Region, times: StatusTimes): JsonObject {
  const short = regionName(region.location);
  const health = service.health[short] ?? 'healthy';
  return {
    dnsServers: service.dns[short] ?? ['168.63.129.16'],
    connectivityStatus: dependenciesOf(service, region).map(dependency => check(dependency, health, times)),
  };
}

type Verdict = { readonly status: string; readonly error: string; readonly since: number };

function check(dependency: Dependency, health: NetworkHealth, { now, began }: StatusTimes): JsonObject {
  const { status, error, since } = verdict(dependency, health, began);
  // Refreshed about every 15 minutes; an older result says that nothing comes out of the network any more.
  const lastUpdated = health === 'stale' ? began - 5 * 60 * minute : now - 12 * minute;
  return {
    name: dependency.name,
    status,
    error,
    lastUpdated: precise(lastUpdated),
    lastStatusChange: precise(Math.min(since, lastUpdated)),
    resourceType: dependency.resourceType,
    isOptional: dependency.optional,
  };
}

function verdict({ resourceType }: Dependency, health: NetworkHealth, began: number): Verdict {
  const fine = { status: 'success', error: '', since: began - 226 * day - 1036 * minute };
  if (health === 'starting') return { status: 'initializing', error: '', since: began - 12 * minute };
  if (health !== 'failing') return fine;
  const failedSince = began - 2 * day - 687 * minute;
  switch (resourceType) {
    case 'SQLDatabase':
      return { status: 'failure', error: 'A connection attempt failed', since: failedSince };
    case 'BlobStorage':
      return { status: 'failure', error: 'Timed out after 21 s', since: failedSince };
    case 'Queue':
      return { status: 'initializing', error: '', since: began - 12 * minute };
    case 'Email':
      return { status: 'failure', error: 'Connection refused', since: began - 173 * day - 43 * minute };
    default:
      return fine;
  }
}

function precise(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}
