import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { toFleetRows } from './fleet-row.ts';
import { readSort, sortRows } from './sort-rows.ts';
import { sampleRegion, sampleRows, sampleService, subscriptionA } from './testing/sample-fleet.ts';

const subscription = { id: subscriptionA, name: 'Contoso Production', state: 'Enabled', tenantId: null };

describe('toFleetRows', () => {
  it('makes a row once, and anew when its subscription or its changes are other ones', () => {
    const service = sampleService();
    const data = { services: [service], unreadable: [], subscriptions: [] };
    const [first] = toFleetRows(data);
    expect(first).toMatchObject({ subscription: subscriptionA, subscriptionState: null });
    expect(toFleetRows(data)[0]).toBe(first);
    const [named] = toFleetRows({ ...data, subscriptions: [subscription] });
    expect(named).toMatchObject({ subscription: 'Contoso Production', subscriptionState: 'Enabled' });
    const disabled = { ...subscription, state: 'Disabled' };
    expect(toFleetRows({ ...data, subscriptions: [disabled] })[0]).toMatchObject({ atRisk: true });
    const changes = { last: { at: '2026-11-01T00:00:00Z', causes: [] }, unexplained: null };
    const known = new Map([[armKey(service.id), changes]]);
    expect(toFleetRows({ ...data, subscriptions: [disabled] }, known)[0]).toMatchObject({ changes });
  });

  it('names what could not be read by whatever is known of it', () => {
    const { id } = sampleService({ name: 'broken' });
    const row = (part: { readonly id: string; readonly name: string }) => ({
      ...part,
      problem: '',
      json: '',
    });
    const unreadable = [
      row({ id, name: 'its name' }),
      row({ id, name: '' }),
      row({ id: '', name: '' }),
      row({ id: id.replace(subscriptionA, 'another'), name: '' }),
    ];
    const rows = toFleetRows({ services: [], unreadable, subscriptions: [subscription] });
    expect(rows.map(({ key, name, subscription: of }) => [key, name, of])).toEqual([
      [armKey(id), 'its name', 'Contoso Production'],
      [armKey(id), 'broken', 'Contoso Production'],
      ['unreadable 2', 'A row without a name', ''],
      [armKey(id).replace(subscriptionA, 'another'), 'broken', 'another'],
    ]);
  });
});

describe('every column has an order', () => {
  it.each([
    ['vnet', { vnetMode: 'External' }, { vnetMode: 'None' }, { vnetMode: 'Sideways' }],
    ['private', internal('10.0.0.5'), internal('10.0.0.21'), {}],
    ['outbound', outbound('192.0.2.5'), outbound('192.0.2.21'), { tier: 'Consumption' }],
    ['regions', inRegion('eastus', 'East US'), inRegion('westus', 'West US'), { regions: [] }],
    ['platform', onPlatform('stv1'), onPlatform('stv2'), onPlatform(null)],
    ['hosts', withHost('a.contoso.com'), withHost('b.contoso.com'), { hostNames: [], tier: 'Odd' }],
    ['created', { createdAt: '2024-01-01T00:00:00Z' }, { createdAt: '2025-01-01T00:00:00Z' }, {}],
  ])('%s: two that have it in order, and last the one that does not', (column, first, second, without) => {
    const by = readSort(column);
    const down = readSort(`-${column}`);
    if (!by || !down) throw new Error(`No order ${column}`);
    const rows = sampleRows([
      { name: 'x', ...without },
      { name: 'b', ...second },
      { name: 'a', ...first },
    ]);
    expect(
      sortRows(rows, by)
        .map(row => row.name)
        .slice(0, 2),
    ).toEqual(['a', 'b']);
    expect(
      sortRows(rows, down)
        .map(row => row.name)
        .slice(0, 2),
    ).toEqual(['b', 'a']);
  });
});

function internal(address: string) {
  return { vnetMode: 'Internal', regions: [sampleRegion({ privateIPAddresses: [address] })] };
}

function outbound(address: string) {
  return { regions: [sampleRegion({ outboundPublicIPAddresses: [address] })] };
}

function inRegion(name: string, displayName: string) {
  return { regions: [sampleRegion({ name, displayName })] };
}

function onPlatform(platformVersion: string | null) {
  return { regions: [sampleRegion({ platformVersion })] };
}

function withHost(hostName: string) {
  return {
    hostNames: [
      { type: 'Proxy', hostName, defaultSslBinding: true, certificateSource: null, certificateExpiry: null },
    ],
  };
}
