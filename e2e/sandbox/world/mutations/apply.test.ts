import { beforeEach, describe, expect, it } from 'vitest';
import { Clock } from '../clock.ts';
import { createWorld } from '../create-world.ts';
import { pictureDay } from '../fleet/showcase.ts';
import { ids } from '../fleet/subscriptions.ts';
import type { SandboxService } from '../model.ts';
import type { World } from '../world.ts';
import { applyMutation, type Circumstances } from './apply.ts';
import type { Mutation } from './mutation.ts';

const id = (subscription: keyof typeof ids, group: string, name: string) =>
  `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}`;
const apiProd = id('production', 'rg-apim-prod', 'contoso-api-prod');
const payProd = id('production', 'rg-payments', 'contoso-pay-prod');
const hr = id('platform', 'rg-hr', 'contoso-hr');
const otherSubnet = `/subscriptions/${ids.production}/resourceGroups/rg-network-hub/providers/Microsoft.Network/virtualNetworks/vnet-hub-neu/subnets/snet-apim-neu`;

const circumstances: Circumstances = {
  at: pictureDay,
  actor: { name: 'admin@contoso.com', type: 'User', client: 'Azure Portal' },
  style: { arrays: 'index', absent: null },
};

let world: World;
beforeEach(() => {
  world = createWorld(new Clock(() => pictureDay), 'showcase');
});

function service(of: string): SandboxService {
  const found = world.service(of);
  if (!found) throw new Error(`No ${of}`);
  return found;
}

function region(of: string, index = 0) {
  const found = service(of).regions[index];
  if (!found) throw new Error(`${of} has no region ${index}`);
  return found;
}

const apply = (mutation: Mutation, more: Partial<Circumstances> = {}) =>
  applyMutation(world, mutation, { ...circumstances, ...more });
const newest = () => world.feed.changes.at(-1);

/** Which addresses of the first region a mutation replaces. */
function replaced(of: string, mutation: Mutation) {
  const before = region(of);
  apply(mutation);
  const after = region(of);
  return {
    public: before.publicIPs.join() !== after.publicIPs.join(),
    private: before.privateIPs.join() !== after.privateIPs.join(),
  };
}

describe('documented causes replace addresses', () => {
  it.each<[string, Mutation, boolean]>([
    ['a switch of the VNet mode', { kind: 'switch-vnet-mode', service: apiProd, mode: 'External' }, true],
    [
      'another subnet',
      { kind: 'move-subnet', service: apiProd, region: 'westeurope', subnetId: otherSubnet },
      true,
    ],
    [
      'another public IP resource',
      { kind: 'change-public-ip', service: apiProd, region: 'westeurope', publicIpAddressId: null },
      true,
    ],
    ['other zones', { kind: 'set-zones', service: apiProd, region: 'westeurope', zones: ['1'] }, true],
    ['deletion and creation', { kind: 'recreate', service: apiProd }, true],
    ['more units', { kind: 'scale', service: apiProd, region: 'westeurope', units: 9 }, false],
    ['tags', { kind: 'set-tags', service: apiProd, tags: { a: 'b' } }, false],
    [
      'the gateway switched off',
      { kind: 'set-gateway', service: apiProd, region: 'westeurope', enabled: false },
      false,
    ],
    [
      'public access switched off',
      { kind: 'set-public-access', service: apiProd, access: 'Disabled' },
      false,
    ],
    ['a NAT gateway', { kind: 'set-nat', service: apiProd, region: 'westeurope', enabled: true }, false],
    [
      'a migration that keeps the address',
      { kind: 'migrate-platform', service: apiProd, keepAddress: true },
      false,
    ],
  ])('%s', (_, mutation, both) => {
    expect(replaced(apiProd, mutation)).toEqual({ public: both, private: both });
  });

  it('the NAT gateway brings outbound addresses and takes them away', () => {
    apply({ kind: 'set-nat', service: apiProd, region: 'West Europe', enabled: true });
    expect(region(apiProd)).toMatchObject({ nat: 'Enabled' });
    expect(region(apiProd).outboundIPs).not.toEqual(region(apiProd).publicIPs);
    apply({ kind: 'set-nat', service: apiProd, region: 'West Europe', enabled: false });
    expect(region(apiProd)).toMatchObject({ nat: 'Disabled', outboundIPs: null });
  });

  it('a vacated region comes back with its units, zones and subnet, and another public IP', () => {
    const before = region(apiProd, 1);
    apply({ kind: 'remove-region', service: apiProd, region: 'northeurope' });
    expect(service(apiProd).regions).toHaveLength(2);
    apply({ kind: 'reinstate-region', service: apiProd, region: 'northeurope' });
    const after = region(apiProd, 2);
    expect(after).toMatchObject({
      location: before.location,
      units: before.units,
      zones: before.zones,
      subnetId: before.subnetId,
    });
    expect(after.publicIPs).not.toEqual(before.publicIPs);
  });

  it('a subscription that is reinstated changes the addresses of its services, and no feed tells why', () => {
    const before = region(hr).publicIPs;
    const rows = world.feed.changes.length;
    apply({ kind: 'set-subscription-state', subscription: ids.platform, state: 'Disabled' });
    expect(service(hr)).toMatchObject({ state: 'Stopped' });
    expect(region(hr).publicIPs).toEqual(before);
    apply({ kind: 'set-subscription-state', subscription: ids.platform, state: 'Enabled' });
    expect(service(hr)).toMatchObject({ state: 'Succeeded' });
    expect(region(hr).publicIPs).not.toEqual(before);
    expect(world.feed.changes).toHaveLength(rows);
  });

  it('a region with an address resource of its own gets another resource, and its address', () => {
    const before = region(payProd);
    apply({ kind: 'recreate', service: payProd });
    const after = region(payProd);
    expect(after.publicIpAddressId).not.toBe(before.publicIpAddressId);
    expect(world.resource(after.publicIpAddressId ?? '')?.properties['ipAddress']).toBe(after.publicIPs[0]);
  });

  it('never hands out an address that was in use before', () => {
    const seen = new Set(world.services.all().flatMap(one => one.regions.flatMap(two => two.publicIPs)));
    for (let round = 0; round < 20; round++) {
      apply({ kind: 'recreate', service: hr }, { at: pictureDay + round });
      const [address = ''] = region(hr).publicIPs;
      expect(seen).not.toContain(address);
      seen.add(address);
    }
  });
});

describe('the change feed after a mutation', () => {
  it('holds before and after at the path of the address', () => {
    const before = region(payProd).publicIPs[0];
    apply({
      kind: 'change-public-ip',
      service: payProd,
      region: 'germanywestcentral',
      publicIpAddressId: null,
    });
    expect(newest()).toMatchObject({
      resourceId: payProd,
      changeType: 'Update',
      actor: { name: 'admin@contoso.com' },
      changes: {
        'properties.publicIPAddresses[0]': { previousValue: before, newValue: region(payProd).publicIPs[0] },
        'properties.publicIpAddressId': { newValue: null, propertyChangeType: 'Remove' },
      },
    });
  });

  it('writes the same change in the other notation: whole lists, and "null" as text', () => {
    apply(
      { kind: 'change-public-ip', service: payProd, region: 'germanywestcentral', publicIpAddressId: null },
      { style: { arrays: 'whole', absent: 'null' } },
    );
    expect(newest()?.changes['properties.publicIPAddresses']?.newValue).toBe(
      JSON.stringify(region(payProd).publicIPs),
    );
    expect(newest()?.changes['properties.publicIpAddressId']?.newValue).toBe('null');
  });

  it('shares its correlation id with the operation in the activity log', () => {
    apply({ kind: 'recreate', service: hr });
    expect(world.feed.operations.at(-1)).toMatchObject({
      correlationId: newest()?.correlationId,
      resourceId: hr,
      outcome: 'Succeeded',
    });
    expect(world.feed.changes.slice(-2).map(change => change.changeType)).toEqual(['Delete', 'Create']);
  });

  it('shows a change that nobody asked for without an actor and without an operation', () => {
    const operations = world.feed.operations.length;
    apply({ kind: 'change-addresses', service: apiProd, region: 'eastus' });
    expect(newest()?.actor.type).toBe('Unknown');
    expect(world.feed.operations).toHaveLength(operations);
    const rows = world.feed.changes.length;
    apply({ kind: 'change-addresses', service: apiProd, region: 'eastus', silent: true });
    expect(world.feed.changes).toHaveLength(rows);
  });

  it('knows what the world was before it', () => {
    const then = region(hr).publicIPs;
    apply({ kind: 'recreate', service: hr });
    expect(
      world.servicesOf(ids.platform, pictureDay - 1).find(one => one.name === 'contoso-hr')?.regions[0]
        .publicIPs,
    ).toEqual(then);
  });
});

describe('a mutation is refused', () => {
  it.each<[string, Mutation]>([
    ['for a service that is not there', { kind: 'recreate', service: `${hr}x` }],
    ['for a region that is not there', { kind: 'set-zones', service: hr, region: 'eastus', zones: [] }],
    ['when it would take the primary region away', { kind: 'remove-region', service: hr, region: 'uksouth' }],
    ['when the region is there already', { kind: 'add-region', service: apiProd, region: 'East US' }],
    ['when a VNet mode has no subnet', { kind: 'switch-vnet-mode', service: hr, mode: 'Internal' }],
    ['for a region that was never vacated', { kind: 'reinstate-region', service: hr, region: 'eastus' }],
    ['for a service that exists already', { kind: 'add-service', service: hr }],
    [
      'for a subscription that is not there',
      { kind: 'set-subscription-state', subscription: 'x', state: 'Warned' },
    ],
  ])('%s, and nothing has changed', (_, mutation) => {
    const rows = world.feed.changes.length;
    expect(() => apply(mutation)).toThrow();
    expect(world.feed.changes).toHaveLength(rows);
  });
});

describe('services come and go', () => {
  it('with rows of kind Create and Delete that name no values', () => {
    const made = id('devTest', 'rg-new', 'contoso-brand-new');
    apply({ kind: 'add-service', service: made, tier: 'Standard', region: 'UK South' });
    expect(newest()).toMatchObject({ changeType: 'Create', changes: {} });
    expect(region(made)).toMatchObject({ location: 'UK South', platform: 'stv2.1' });
    expect(world.hasGroup(ids.devTest, 'RG-NEW')).toBe(true);
    apply({ kind: 'remove-service', service: made });
    expect(newest()).toMatchObject({ changeType: 'Delete', changes: {} });
    expect(world.service(made)).toBeUndefined();
  });
});
