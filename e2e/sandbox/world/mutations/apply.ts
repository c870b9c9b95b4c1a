import { regionName } from '../../../../src/domain/region.ts';
import type { ChangeStyle } from '../feed/diff.ts';
import type { Actor } from '../feed/feed.ts';
import { service as describeService } from '../fleet/describe.ts';
import { guidOf } from '../guid.ts';
import { type Json, onTheWire } from '../json.ts';
import { type Region, type SandboxService, type SandboxSubscription, serviceId } from '../model.ts';
import { serviceRow } from '../wire/graph-rows.ts';
import type { World } from '../world.ts';
import type { Mutation, MutationOf, ServiceMutation } from './mutation.ts';
import { operationName } from './operations.ts';
import { everyRegion, MutationError, renew } from './regions.ts';
import { changed } from './service-changes.ts';

export type Circumstances = {
  /** Epoch ms. */
  readonly at: number;
  /** Null: nobody asked for it. */
  readonly actor: Actor | null;
  readonly style?: ChangeStyle;
  /** How long the operation ran before `at`. */
  readonly durationMs?: number;
};

const someone: Actor = { name: 'Unknown', type: 'Unknown', client: 'Unknown' };
const minutes = 60_000;

/** Lets one thing happen: the world, the change feed and the activity log agree afterwards. @throws MutationError */
export function applyMutation(world: World, mutation: Mutation, circumstances: Circumstances): void {
  if (mutation.kind === 'set-subscription-state') setSubscriptionState(world, mutation, circumstances);
  else if (mutation.kind === 'add-service') addService(world, mutation, circumstances);
  else if (mutation.kind === 'remove-service') removeService(world, mutation, circumstances);
  else changeService(world, mutation, circumstances);
}

function changeService(world: World, mutation: ServiceMutation, circumstances: Circumstances): void {
  const { at, actor } = circumstances;
  const before = existing(world, mutation.service);
  const known = mutation.kind === 'reinstate-region' ? reinstated(world, before, mutation) : mutation;
  const after = {
    ...changed(before, known, world),
    ...(mutation.kind === 'recreate' ? { createdAt: new Date(at).toISOString() } : {}),
    modifiedAt: new Date(at).toISOString(),
    modifiedBy: actor?.name ?? before.modifiedBy,
  };
  world.putService(after, at);
  if (mutation.kind === 'change-addresses') {
    if (!mutation.silent) recordChange(world, mutation, { ...circumstances, actor: null }, before, after);
    return;
  }
  if (mutation.kind === 'recreate') {
    recordChange(
      world,
      { kind: 'remove-service', service: mutation.service },
      { ...circumstances, at: at - 40 * minutes },
      before,
      undefined,
    );
    recordChange(world, { kind: 'add-service', service: mutation.service }, circumstances, undefined, after);
    return;
  }
  recordChange(world, mutation, circumstances, before, after);
}

/** Vacating keeps units, zones, subnet and address resource; the new public IP is another one (azure-facts 1.3, 7). */
function reinstated(
  world: World,
  service: SandboxService,
  mutation: MutationOf<'reinstate-region'>,
): MutationOf<'add-region'> {
  const former = lastRegion(world, service, mutation.region);
  if (!former)
    throw new MutationError(`${service.name} never had a region ${mutation.region} that was vacated`);
  return {
    kind: 'add-region',
    service: mutation.service,
    region: former.location,
    units: former.units,
    zones: [...former.zones],
    ...(former.subnetId ? { subnetId: former.subnetId } : {}),
    ...(mutation.addresses ? { addresses: mutation.addresses } : {}),
  };
}

function lastRegion(world: World, service: SandboxService, name: string): Region | undefined {
  const key = serviceId(service).toLowerCase();
  for (const time of world.services.times(key).toReversed()) {
    const region = world.services
      .get(key, time)
      ?.regions.find(one => regionName(one.location) === regionName(name));
    if (region) return region;
  }
  return undefined;
}

function addService(world: World, mutation: MutationOf<'add-service'>, circumstances: Circumstances): void {
  const match =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.ApiManagement\/service\/([^/]+)$/i.exec(
      mutation.service,
    );
  const [, subscription, group, name] = match ?? [];
  if (!subscription || !group || !name || !world.subscription(subscription))
    throw new MutationError(`Not the id of a service in a subscription of the sandbox: ${mutation.service}`);
  if (world.service(mutation.service)) throw new MutationError(`${name} exists already`);
  const tier = mutation.tier ?? 'Developer';
  const created = new Date(circumstances.at).toISOString();
  const bare = describeService({
    subscription: subscription.toLowerCase(),
    group,
    name,
    tier,
    created,
    by: (circumstances.actor ?? someone).name,
    regions: [{ location: mutation.region ?? 'West Europe' }],
    tags: mutation.tags ?? {},
  });
  const added = everyRegion(bare, region => renew(bare, region, world, mutation.addresses));
  world.putService(added, circumstances.at);
  recordChange(world, mutation, circumstances, undefined, added);
}

function removeService(
  world: World,
  mutation: MutationOf<'remove-service'>,
  circumstances: Circumstances,
): void {
  const before = existing(world, mutation.service);
  world.removeService(mutation.service, circumstances.at);
  recordChange(world, mutation, circumstances, before, undefined);
}

/** A reinstated subscription gives its services other addresses (azure-facts 1.3, 2); no customer's event tells of it. */
function setSubscriptionState(
  world: World,
  mutation: MutationOf<'set-subscription-state'>,
  { at }: Circumstances,
): void {
  const before = world.subscription(mutation.subscription);
  if (!before) throw new MutationError(`No subscription ${mutation.subscription}`);
  const after: SandboxSubscription = { ...before, state: mutation.state };
  world.addSubscription(after, at);
  const reinstated = before.state !== 'Enabled' && mutation.state === 'Enabled';
  for (const service of world.servicesOf(before.id)) {
    const given = mutation.addressesByService?.[service.name];
    const moved = reinstated ? everyRegion(service, region => renew(service, region, world, given)) : service;
    const state =
      mutation.state === 'Disabled'
        ? 'Stopped'
        : reinstated && service.state === 'Stopped'
          ? 'Succeeded'
          : service.state;
    world.putService({ ...moved, state }, at);
  }
}

function existing(world: World, id: string): SandboxService {
  const service = world.service(id);
  if (!service) throw new MutationError(`No service ${id}`);
  return service;
}

function recordChange(
  world: World,
  mutation: Mutation,
  circumstances: Circumstances,
  before: SandboxService | undefined,
  after: SandboxService | undefined,
): void {
  const { at, actor, durationMs = 22 * minutes } = circumstances;
  const subject = after ?? before;
  if (!subject) return;
  const resourceId = serviceId(subject);
  const correlationId = guidOf(`${mutation.kind}|${resourceId}|${at}`);
  const name = operationName(mutation.kind);
  world.feed.recordChange({
    at,
    resourceId,
    resourceType: 'microsoft.apimanagement/service',
    changeType: before === undefined ? 'Create' : after === undefined ? 'Delete' : 'Update',
    correlationId,
    actor: actor ?? someone,
    operation: name,
    before: before && snapshot(before),
    after: after && snapshot(after),
    style: circumstances.style ?? styleOf(resourceId),
  });
  if (actor)
    world.feed.recordOperation({
      correlationId,
      at,
      durationMs,
      resourceId,
      name,
      actor,
      outcome: 'Succeeded',
    });
}

/** Half of the services show the change feed's one notation, half the other. */
function styleOf(resourceId: string): ChangeStyle {
  const odd = Number.parseInt(guidOf(resourceId).slice(0, 2), 16) % 2 === 1;
  return odd ? { arrays: 'index', absent: 'null' } : { arrays: 'whole', absent: null };
}

/** What Resource Graph compares: the facts of its row, without the columns that only place the resource. */
function snapshot(service: SandboxService): Json {
  const { sku, zones, tags, location, properties } = serviceRow(service, '');
  return onTheWire({ sku, zones, tags, location, properties });
}
