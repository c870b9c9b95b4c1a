import { armKey } from '../../../../src/domain/arm-id.ts';
import { regionName } from '../../../../src/domain/region.ts';
import type { JsonObject } from '../json.ts';
import { type Region, type SandboxService, serviceId } from '../model.ts';
import { tierOf } from '../wire/tier.ts';
import type { World } from '../world.ts';

const day = 86_400_000;

/** When somebody had the product open: since 312 days, but not for three weeks in summer, as the pictures tell. */
const watched = [
  { from: 312, to: 133 },
  { from: 112, to: 0 },
] as const;

/**
 * A history file (design 7) of what a reader of the showcase would have recorded: one line for each time that the facts
 * of a service stayed the same. Payloads that are awkward on purpose are left out.
 */
export function historyFile(
  world: World,
  { cloud, tenant }: { readonly cloud: string; readonly tenant: string },
): string {
  const head = { format: 'apim-ip-history', version: 1, exportedAt: iso(world.began), cloud, tenant };
  const lines = world
    .allSubscriptions()
    .filter(subscription => subscription.tenantId === tenant)
    .flatMap(({ id }) => world.servicesOf(id).filter(service => service.spoil === null))
    .flatMap(service => observations(world, service));
  return `${[head, ...lines].map(line => JSON.stringify(line)).join('\n')}\n`;
}

function observations(world: World, service: SandboxService): readonly JsonObject[] {
  const key = armKey(serviceId(service));
  const times = [...world.services.times(key), ...world.subscriptions.times(service.subscriptionId)];
  return watched.flatMap(({ from, to }) => {
    const [begin, end] = [world.began - from * day, world.began - to * day];
    const moments = [begin, ...times.filter(time => time > begin && time < end)].sort(
      (left, right) => left - right,
    );
    return spans(world, service, key, moments, end);
  });
}

/** Joins moments between which no fact differs. */
function spans(
  world: World,
  service: SandboxService,
  key: string,
  moments: readonly number[],
  end: number,
): readonly JsonObject[] {
  const found: { readonly facts: JsonObject; readonly text: string; readonly at: number }[] = [];
  for (const at of new Set(moments)) {
    const then = world.services.get(key, at);
    if (!then || Date.parse(then.createdAt) > at) continue;
    const facts = factsOf(then, world.subscriptions.get(service.subscriptionId, at)?.state);
    const text = JSON.stringify(facts);
    if (found.at(-1)?.text !== text) found.push({ facts, text, at });
  }
  return found.map(({ facts, at }, index) => ({
    type: 'observation',
    service: serviceId(service),
    at: iso(at),
    // Last seen a while before the next form was: nobody looks every second.
    until: iso(Math.max(at, (found[index + 1]?.at ?? end + 20 * 60_000) - 20 * 60_000)),
    source: 'arm',
    facts,
  }));
}

function factsOf(service: SandboxService, subscriptionState: string | undefined): JsonObject {
  return {
    createdAt: service.createdAt,
    tier: service.tier,
    vnetMode: service.mode,
    subscriptionState,
    publicNetworkAccess: service.publicNetworkAccess,
    regions: Object.fromEntries(
      service.regions.map((region, index) => [
        regionName(region.location),
        regionFacts(service, region, index === 0),
      ]),
    ),
  };
}

function regionFacts(service: SandboxService, region: Region, primary: boolean): JsonObject {
  const dedicated = tierOf(service.tier).dedicated;
  return {
    primary,
    publicIPAddresses: sorted(region.publicIPs),
    privateIPAddresses: sorted(region.privateIPs),
    outboundPublicIPAddresses: sorted(region.outboundIPs ?? region.publicIPs),
    subnetId: region.subnetId,
    publicIpAddressId: dedicated ? region.publicIpAddressId : null,
    natGatewayState: region.nat,
    zones: sorted(region.zones),
    platformVersion: region.platform,
    gatewayDisabled: region.gatewayDisabled,
  };
}

function sorted(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : [...list].sort();
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
