import { describe, expect, it } from 'vitest';
import { parseRange } from '../../../../src/domain/address.ts';
import { Clock } from '../clock.ts';
import { createWorld } from '../create-world.ts';
import { at, listOf, textOf } from '../json.ts';
import { serviceId } from '../model.ts';
import { prefixOf } from '../mutations/regions.ts';
import { pictureDay } from './showcase.ts';
import { ids } from './subscriptions.ts';

const world = createWorld(new Clock(() => pictureDay), 'showcase');
const everything = world.services.all();
const readable = [ids.production, ids.platform, ids.devTest, ids.fabrikamEu].flatMap(id =>
  world.servicesOf(id),
);

function find(name: string) {
  const service = everything.find(one => one.name === name);
  if (!service) throw new Error(`No ${name}`);
  return service;
}

describe('the showcase on the day of the pictures', () => {
  it('has the figures of the summary strip: 42 services, 10 External, 11 Internal, 21 without a VNet', () => {
    const count = (mode: string) => readable.filter(service => service.mode === mode).length;
    expect([readable.length, count('External'), count('Internal'), count('None')]).toEqual([42, 10, 11, 21]);
  });

  it('has five services whose addresses or tier changed within 14 days, one of them for no known reason', () => {
    const recent = world.feed.changes.filter(change => change.at > pictureDay - 14 * 86_400_000);
    const names = new Set(recent.map(change => change.resourceId.split('/').pop()));
    for (const name of [
      'contoso-api-prod',
      'contoso-pay-prod',
      'fabrikam-orders',
      'contoso-partner-hub',
      'contoso-int-dev',
    ])
      expect(names).toContain(name);
    expect(recent.filter(change => change.actor.type === 'Unknown')).toHaveLength(1);
  });

  it.each([
    [
      'contoso-api-prod',
      'Premium',
      'Internal',
      ['203.0.113.18', '203.0.113.74', '198.51.100.41'],
      ['10.20.1.5', '10.21.1.6', '10.40.1.5'],
      6,
    ],
    ['contoso-pay-prod', 'Premium', 'External', ['198.51.100.24', '198.51.100.62'], [], 4],
    ['fabrikam-orders', 'Standard', 'None', ['203.0.113.96'], [], 2],
    ['contoso-partner-hub', 'PremiumV2', 'Internal', [], [], 3],
    ['contoso-int-dev', 'Developer', 'Internal', ['192.0.2.51'], ['10.60.4.4'], 1],
    ['contoso-mobile', 'Premium', 'External', ['203.0.113.130', '203.0.113.140'], [], 6],
    ['contoso-hr', 'Basic', 'None', ['198.51.100.77'], [], 1],
    ['contoso-catalog', 'StandardV2', 'External', [], [], 2],
    [
      'contoso-logistics',
      'Premium',
      'Internal',
      ['192.0.2.118', '192.0.2.119'],
      ['10.32.0.5', '10.33.0.5'],
      2,
    ],
    ['fabrikam-claims', 'Standard', 'None', ['203.0.113.201'], [], 1],
    [
      'contoso-iot-ingest',
      'Premium',
      'External',
      ['198.51.100.160', '198.51.100.161', '198.51.100.162', '198.51.100.163'],
      [],
      8,
    ],
    ['contoso-erp-legacy', 'Developer', 'None', ['192.0.2.9'], [], 1],
  ])('%s looks as in the pictures', (name, tier, mode, publicIPs, privateIPs, units) => {
    const service = find(name);
    expect({
      tier: service.tier,
      mode: service.mode,
      publicIPs: service.regions.flatMap(region => region.publicIPs),
      privateIPs: service.regions.flatMap(region => region.privateIPs),
      units: service.regions.reduce((sum, region) => sum + region.units, 0),
    }).toEqual({ tier, mode, publicIPs, privateIPs, units });
  });

  it('moves with the clock: a year later the same things are as long ago', () => {
    const year = 365 * 86_400_000;
    const later = createWorld(new Clock(() => pictureDay + year), 'showcase');
    expect(later.feed.changes.map(change => change.at - year)).toEqual(
      world.feed.changes.map(change => change.at),
    );
  });
});

describe('the addresses of the showcase', () => {
  const documentation = [/^192\.0\.2\./, /^198\.51\.100\./, /^203\.0\.113\./];
  const all = everything.flatMap(service => service.regions);

  it('that are public lie in the networks for documentation', () => {
    const publicOnes = all.flatMap(region => [...region.publicIPs, ...(region.outboundIPs ?? [])]);
    const odd = publicOnes.filter(address => !documentation.some(network => network.test(address)));
    // One payload carries a masked address, as published examples do.
    expect(new Set(odd)).toEqual(new Set(['137.XXX.11.74']));
  });

  it('belong to one service each', () => {
    const publicOnes = all.flatMap(region => region.publicIPs);
    expect(new Set(publicOnes).size).toBe(publicOnes.length);
  });

  it('that are private lie in the subnet of their region', () => {
    for (const region of all.filter(one => one.privateIPs.length > 0)) {
      const prefix = prefixOf(region.subnetId ?? '', world) ?? '';
      const [network, address] = [parseRange(prefix), parseRange(region.privateIPs[0] ?? '')];
      expect(parseRange(`${address?.cidr.split('/')[0]}/${network?.prefix}`)?.cidr).toBe(network?.cidr);
    }
  });

  it('of a service are those of its public IP resource', () => {
    for (const { publicIpAddressId, publicIPs } of all) {
      const address =
        publicIpAddressId && textOf(at(world.resource(publicIpAddressId), 'properties', 'ipAddress'));
      if (address) expect([publicIpAddressId, publicIPs]).toEqual([publicIpAddressId, [address]]);
    }
  });
});

describe('the showcase covers', () => {
  const vnets = [...world.network.values()].filter(one => one.type.endsWith('/virtualNetworks'));
  const subnets = vnets.flatMap(one => listOf(one.properties['subnets']));

  it.each([
    'Developer',
    'Basic',
    'Standard',
    'Premium',
    'Consumption',
    'BasicV2',
    'StandardV2',
    'PremiumV2',
    'PremiumV3',
  ])('tier %s', tier => expect(everything.some(service => service.tier === tier)).toBe(true));

  it.each([
    ['StandardV2', 'External'],
    ['PremiumV2', 'None'],
    ['PremiumV2', 'External'],
    ['PremiumV2', 'Internal'],
    ['Developer', 'External'],
    ['Developer', 'Internal'],
    ['Premium', 'None'],
    ['Premium', 'Mesh'],
  ])('%s with VNet mode %s', (tier, mode) =>
    expect(everything.some(service => service.tier === tier && service.mode === mode)).toBe(true),
  );

  it.each(['Succeeded', 'Updating', 'Created', 'Failed', 'Stopped', 'Terminating', 'Hibernating'])(
    'state %s',
    state => expect(everything.some(service => service.state === state)).toBe(true),
  );

  it.each([
    [
      'private endpoints alone',
      () => everything.some(one => one.publicNetworkAccess === 'Disabled' && one.endpoints.length > 0),
    ],
    [
      'a region whose gateway is off',
      () => everything.some(one => one.regions.some(region => region.gatewayDisabled)),
    ],
    ['stv1 with addresses made beforehand', () => everything.some(one => one.precreatedIps.length > 0)],
    [
      'a subnet in a subscription that nobody reads',
      () => everything.some(one => one.regions.some(region => region.subnetId?.includes(ids.lab))),
    ],
    [
      'a subnet with two ranges',
      () => subnets.some(one => listOf(at(one, 'properties', 'addressPrefixes')).length > 1),
    ],
    [
      'a subnet with service endpoints',
      () => subnets.some(one => listOf(at(one, 'properties', 'serviceEndpoints')).length > 0),
    ],
    [
      'every service with an id of its own',
      () => new Set(everything.map(serviceId)).size === everything.length,
    ],
  ])('%s', (_, holds) => expect(holds()).toBe(true));
});
