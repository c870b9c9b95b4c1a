import * as v from 'valibot';
import type { FleetRead } from '../azure/read-fleet.ts';
import type { Service, ServiceRegion } from '../domain/service.ts';

/** So many services in one record: the time to write or read one stays far below a frame. */
export const servicesInPart = 500;

const headSchema = v.object({
  /** The build that wrote it: another one may know a service by other fields. */
  build: v.string(),
  /** Which of the parts belong to it. */
  generation: v.string(),
  parts: v.number(),
  services: v.number(),
  source: v.picklist(['resource-graph', 'arm']),
  /** Epoch ms. */
  receivedAt: v.number(),
  subscriptions: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      state: v.nullable(v.string()),
      tenantId: v.nullable(v.string()),
    }),
  ),
  unreadable: v.array(v.object({ id: v.string(), name: v.string(), problem: v.string(), json: v.string() })),
});

/** What stands in the store for one fleet, beside its services. */
export type FleetHead = v.InferOutput<typeof headSchema>;

/** A whole read as it is kept. What failed is left out: a read from an earlier visit never claims to be whole. */
export function headOf(read: FleetRead, build: string, generation: string): FleetHead {
  const { services, source, receivedAt, subscriptions, unreadable } = read;
  const parts = Math.ceil(services.length / servicesInPart);
  return {
    build,
    generation,
    parts,
    services: services.length,
    source,
    receivedAt,
    subscriptions: subscriptions.map(({ id, name, state, tenantId }) => ({ id, name, state, tenantId })),
    unreadable: unreadable.map(({ id, name, problem, json }) => ({ id, name, problem, json })),
  };
}

/** The head as it was written by this build; undefined for anything else. */
export function readHead(stored: unknown, build: string): FleetHead | undefined {
  const head = v.safeParse(headSchema, stored);
  return head.success && head.output.build === build ? head.output : undefined;
}

/** The fleet of a head and its parts; undefined where a part is missing or is not what was written. */
export function fleetOf(head: FleetHead, parts: readonly unknown[]): FleetRead | undefined {
  const services: Service[] = [];
  for (const part of parts) {
    if (!Array.isArray(part) || !part.every(isService)) return undefined;
    services.push(...part);
  }
  if (services.length !== head.services) return undefined;
  const { source, receivedAt, subscriptions, unreadable } = head;
  return {
    services,
    unreadable,
    subscriptions,
    missing: [],
    incomplete: null,
    source,
    receivedAt,
    correlationIds: [],
    lastKnown: true,
  };
}

const texts = ['id', 'name', 'resourceGroup', 'subscriptionId', 'tier', 'vnetMode', 'provisioningState'];
const lists = ['regions', 'hostNames', 'privateEndpoints', 'precreatedIps'];
const listsOfRegion = ['zones', 'publicIPAddresses', 'privateIPAddresses', 'outboundPublicIPAddresses'];

/**
 * Whether a value can stand for a service. This build wrote it, so it is told from damage alone: a schema for every
 * field would hold a page of 10,000 services for longer than reading them takes.
 */
function isService(value: unknown): value is Service {
  return (
    isRecord(value) &&
    texts.every(field => typeof value[field] === 'string') &&
    lists.every(field => Array.isArray(value[field])) &&
    isRecord(value['tags']) &&
    Array.isArray(value['regions']) &&
    value['regions'].every(isRegion)
  );
}

function isRegion(value: unknown): value is ServiceRegion {
  return (
    isRecord(value) &&
    typeof value['name'] === 'string' &&
    typeof value['displayName'] === 'string' &&
    listsOfRegion.every(field => Array.isArray(value[field]))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
