import type { Actor, Operation } from '../feed/feed.ts';
import { guidOf } from '../guid.ts';
import type { ArmResource, SandboxService } from '../model.ts';
import { serviceId } from '../model.ts';
import { tierOf } from '../wire/tier.ts';
import type { World } from '../world.ts';
import { admin, pipeline, support } from './chapter.ts';
import { ids } from './subscriptions.ts';

const backup: Actor = { name: 'sp-apim-backup', type: 'Application', client: 'Azure Resource Manager' };
const platform: Actor = { name: 'Microsoft.ApiManagement', type: 'System', client: 'Unknown' };

const minute = 60_000;
const week = 7 * 86_400_000;

/** The everyday noise of an activity log: backups, certificates, maintenance, attempts that failed. None of it moves an address. */
export function addChatter(world: World, moved: (iso: string) => number): void {
  for (const service of world.servicesOf(ids.production)) addBackups(world, service);
  for (const operation of occasions(moved)) world.feed.recordOperation(operation);
  for (const resource of freshAddresses(world))
    addAddressCreation(world, resource, moved('2026-11-14T07:21:00Z'));
}

/** Every service that can be backed up is, once a week, for a year. */
function addBackups(world: World, service: SandboxService): void {
  if (!tierOf(service.tier).dedicated) return;
  const resourceId = serviceId(service);
  const offset = Number.parseInt(guidOf(resourceId).slice(0, 4), 16) * minute;
  for (let number = 1; number <= 52; number++) {
    const at = world.began - number * week + (offset % week);
    if (at > world.began) continue;
    record(world, {
      at,
      resourceId,
      name: 'Microsoft.ApiManagement/service/backup/action',
      actor: backup,
      durationMs: 9 * minute,
    });
  }
}

function occasions(moved: (iso: string) => number): readonly Operation[] {
  const service = (subscription: keyof typeof ids, rest: string) => {
    const [group, name] = rest.split('/');
    return `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}`;
  };
  const apim = 'Microsoft.ApiManagement/service';
  return [
    made(
      moved('2026-09-03T13:40:00Z'),
      service('production', 'rg-apim-prod/contoso-api-prod'),
      `${apim}/updatecertificate/action`,
      admin,
    ),
    failed(
      moved('2026-09-15T13:21:00Z'),
      service('production', 'rg-apim-prod/contoso-api-prod'),
      `${apim}/write`,
      admin,
      {
        code: 'InvalidOperation',
        message: 'The NAT gateway cannot be switched on while the service is updating.',
      },
    ),
    failed(
      moved('2026-10-27T02:41:00Z'),
      service('fabrikamEu', 'rg-claims/fabrikam-claims'),
      `${apim}/managedeployments/action`,
      support,
      {
        code: 'ActivationFailed',
        message: 'Failed to scale the service in France Central.',
      },
    ),
    made(
      moved('2026-11-02T01:00:00Z'),
      service('production', 'rg-hybrid/contoso-hybrid'),
      `${apim}/scheduledMaintenance/action`,
      platform,
    ),
    made(
      moved('2026-11-06T10:10:00Z'),
      service('production', 'rg-mobile/contoso-mobile'),
      `${apim}/updatehostname/action`,
      pipeline,
    ),
    made(
      moved('2026-11-12T09:00:00Z'),
      service('production', 'rg-treasury/contoso-treasury'),
      `${apim}/applynetworkconfigurationupdates/action`,
      admin,
    ),
    failed(
      moved('2026-11-14T07:02:00Z'),
      service('production', 'rg-payments/contoso-pay-prod'),
      `${apim}/write`,
      pipeline,
      {
        code: 'PublicIpAddressNotFound',
        message: 'The public IP address pip-pay-gwc-2 does not exist.',
      },
    ),
  ];
}

/** The address resource that a service took a little later. */
function freshAddresses(world: World): readonly ArmResource[] {
  return [...world.network.values()].filter(one => one.name === 'pip-pay-gwc-2');
}

function addAddressCreation(world: World, resource: ArmResource, at: number): void {
  const name = 'Microsoft.Network/publicIPAddresses/write';
  const correlationId = guidOf(`${name}|${resource.id}|${at}`);
  record(world, { at, resourceId: resource.id, name, actor: pipeline, durationMs: 6000 });
  world.feed.recordChange({
    at,
    resourceId: resource.id,
    resourceType: resource.type.toLowerCase(),
    changeType: 'Create',
    correlationId,
    actor: pipeline,
    operation: name,
    before: undefined,
    after: resource,
    style: { arrays: 'index', absent: 'null' },
  });
}

type Sketch = Pick<Operation, 'at' | 'resourceId' | 'name' | 'actor' | 'durationMs'>;

function record(world: World, sketch: Sketch): void {
  world.feed.recordOperation(whole(sketch));
}

function whole(sketch: Sketch): Operation {
  return {
    ...sketch,
    outcome: 'Succeeded',
    correlationId: guidOf(`${sketch.name}|${sketch.resourceId}|${sketch.at}`),
  };
}

function made(at: number, resourceId: string, name: string, actor: Actor): Operation {
  return whole({ at, resourceId, name, actor, durationMs: 14 * minute });
}

function failed(
  at: number,
  resourceId: string,
  name: string,
  actor: Actor,
  error: { readonly code: string; readonly message: string },
): Operation {
  return { ...whole({ at, resourceId, name, actor, durationMs: 40_000 }), outcome: 'Failed', error };
}
