import { describe, expect, it } from 'vitest';
import type { Service, ServiceRegion } from '../service.ts';
import { factsKey } from './comparable.ts';
import { contradict, differenceKey, differencesOfGone, differencesOfNew, sameFacts } from './difference.ts';
import {
  absentFacts,
  createdInstant,
  factsOf,
  regionFacts as factsOfOne,
  isAbsent,
  isSettled,
} from './facts.ts';
import { hashId, hashNumber } from './hash.ts';
import { facts, regionFacts } from './test-data.ts';
import { canonicalTime, instantOf, isoOf } from './time.ts';

const region: ServiceRegion = {
  name: 'westeurope',
  displayName: 'West Europe',
  primary: true,
  units: 2,
  zones: ['2', '1'],
  publicIPAddresses: ['203.0.113.9', '203.0.113.7'],
  privateIPAddresses: [],
  outboundPublicIPAddresses: ['203.0.113.7'],
  subnetId: null,
  publicIpAddressId: null,
  natGatewayState: null,
  platformVersion: 'stv2',
  gatewayDisabled: false,
  gatewayRegionalUrl: null,
};

const service: Service = {
  id: '/subscriptions/1/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso',
  name: 'contoso',
  resourceGroup: 'rg',
  subscriptionId: '1',
  tier: 'Premium',
  units: 2,
  vnetMode: 'None',
  provisioningState: 'Succeeded',
  targetProvisioningState: '',
  publicNetworkAccess: null,
  createdAt: '2019-12-18T06:33:28.0906918Z',
  regions: [region],
  hostNames: [],
  privateEndpoints: [],
  precreatedIps: [],
  tags: { owner: 'support' },
};

describe('factsOf', () => {
  it('takes the facts of the contract, lists sorted, what is not there as null', () => {
    expect(factsOf(service, { source: 'arm', subscriptionState: 'Enabled' })).toEqual({
      createdAt: '2019-12-18T06:33:28.090Z',
      tier: 'Premium',
      vnetMode: 'None',
      subscriptionState: 'Enabled',
      publicNetworkAccess: null,
      regions: {
        westeurope: {
          primary: true,
          publicIPAddresses: ['203.0.113.7', '203.0.113.9'],
          privateIPAddresses: null,
          outboundPublicIPAddresses: ['203.0.113.7'],
          subnetId: null,
          publicIpAddressId: null,
          natGatewayState: null,
          zones: ['1', '2'],
          platformVersion: 'stv2',
          gatewayDisabled: false,
        },
      },
    });
  });

  it('leaves out what was not read', () => {
    const read = factsOf({ ...service, createdAt: null, tier: '' }, { source: 'arm' });
    expect(Object.keys(read)).toEqual(['vnetMode', 'publicNetworkAccess', 'regions']);
  });

  it('does not take the silence of Resource Graph for an answer', () => {
    const graph = factsOf(service, { source: 'resource-graph' });
    expect(graph).not.toHaveProperty('publicNetworkAccess');
    expect(graph.regions?.['westeurope']).not.toHaveProperty('natGatewayState');
    expect(contradict(graph, factsOf(service, { source: 'arm' }))).toBe(false);
  });

  it('takes what Resource Graph does answer, as ARM would', () => {
    const written = {
      ...service,
      publicNetworkAccess: 'Enabled',
      regions: [{ ...region, natGatewayState: 'Enabled' }],
    };
    expect(factsOf(written, { source: 'resource-graph' })).toEqual(factsOf(written, { source: 'arm' }));
  });

  it('lists the regions by name, under Azure’s short forms', () => {
    const regions = [
      { ...region, name: 'West Europe' },
      { ...region, name: 'East US', primary: false },
    ];
    expect(Object.keys(factsOf({ ...service, regions }, { source: 'arm' }).regions ?? {})).toEqual([
      'eastus',
      'westeurope',
    ]);
  });

  it('is the same for services that differ in units, tags, names or order', () => {
    const other = {
      ...service,
      units: 9,
      tags: {},
      hostNames: [{ type: 'Proxy', hostName: 'a', certificateSource: null, certificateExpiry: null }],
      regions: [
        { ...region, units: 9, zones: ['1', '2'], publicIPAddresses: ['203.0.113.7', '203.0.113.9'] },
      ],
    };
    expect(sameFacts(factsOf(service, { source: 'arm' }), factsOf(other, { source: 'arm' }))).toBe(true);
  });
});

describe('isSettled', () => {
  it.each(['Created', 'Activating', 'Updating', 'updating', 'Terminating'])(
    'is false while %s',
    provisioningState => expect(isSettled({ provisioningState })).toBe(false),
  );
  it.each(['Succeeded', 'Failed', 'Stopped', ''])('is true when %j', provisioningState =>
    expect(isSettled({ provisioningState })).toBe(true),
  );
});

describe('factsKey', () => {
  it('tells a fact that was not read from one that is not there', () => {
    const { zones: _, ...unread } = regionFacts();
    expect(factsKey(facts({ regions: { westeurope: unread } }))).not.toBe(factsKey(facts()));
  });
  it('does not depend on the order of regions', () => {
    const [a, b] = [regionFacts(), regionFacts({ primary: false })];
    expect(factsKey(facts({ regions: { a, b } }))).toBe(factsKey(facts({ regions: { b, a } })));
  });
});

describe('a service that was not there', () => {
  it('is told from one of which the tier was not read', () => {
    const { tier: _, ...unread } = facts();
    expect(isAbsent(absentFacts)).toBe(true);
    expect(isAbsent(unread)).toBe(false);
    expect(isAbsent({ ...facts(), tier: null })).toBe(false);
    expect(isAbsent({ ...facts(), regions: {} })).toBe(false);
    expect(isAbsent({ tier: null })).toBe(false);
  });
  it('contradicts one that was, and not itself', () => {
    expect(contradict(absentFacts, facts())).toBe(true);
    expect(contradict(facts(), absentFacts)).toBe(true);
    expect(contradict(absentFacts, { ...absentFacts })).toBe(false);
  });
});

describe('the facts of one region', () => {
  it('are those under its name, and none of a name that only every object has', () => {
    expect(factsOfOne(facts(), 'westeurope')).toEqual(regionFacts());
    for (const name of ['eastus', 'toString', '__proto__']) expect(factsOfOne(facts(), name)).toBeUndefined();
  });
  it('are none where no region was read', () => expect(factsOfOne({}, 'westeurope')).toBeUndefined());
});

describe('times', () => {
  it.each([
    ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00Z'],
    ['2026-11-22T10:00:00.000Z', '2026-11-22T10:00:00Z'],
    ['2026-11-22T10:00:00.1234567Z', '2026-11-22T10:00:00.123Z'],
    ['2026-11-22T12:00:00+02:00', '2026-11-22T10:00:00Z'],
    ['2024-06-12T13:26:17.347+00:00', '2024-06-12T13:26:17.347Z'],
  ])('%s is written %s', (iso, expected) => {
    expect(canonicalTime(iso)).toBe(expected);
    expect(isoOf(instantOf(iso))).toBe(expected);
  });
  it.each(['', 'now', '2026-11-22', '2026-11-22T10:00:00', '2026-13-45T10:00:00Z'])('%j is no time', text =>
    expect(instantOf(text)).toBeNaN(),
  );
});

describe('hashes', () => {
  const texts = Array.from({ length: 50_000 }, (_, index) => `203.0.${index >> 8}.${index & 255};`);
  it('of 50,000 texts that differ little are all different', () => {
    expect(new Set(texts.map(hashNumber)).size).toBe(texts.length);
    expect(new Set(texts.map(hashId)).size).toBe(texts.length);
  });
  it('are whole numbers above 0, and 32 hex digits', () => {
    for (const text of ['', 'a', ...texts.slice(0, 100)]) {
      expect(Number.isSafeInteger(hashNumber(text)) && hashNumber(text) > 0).toBe(true);
      expect(hashId(text)).toMatch(/^[0-9a-f]{32}$/);
    }
  });
});

describe('a service of which little was read', () => {
  const { tier: _, ...rest } = facts({ regions: { westeurope: { publicIPAddresses: ['203.0.113.7'] } } });
  const whole = (side: 'before' | 'after') => {
    const [from, to] = side === 'before' ? [false, null] : [null, false];
    const [old, now] = side === 'before' ? [['203.0.113.7'], null] : [null, ['203.0.113.7']];
    return [
      { region: 'westeurope', field: 'primary', before: from, after: to },
      { region: 'westeurope', field: 'publicIPAddresses', before: old, after: now },
    ];
  };

  it('comes and goes without a tier that nobody knows', () => {
    expect(differencesOfGone(rest)).toEqual([{ field: 'tier', after: null }, ...whole('before')]);
    expect(differencesOfNew(rest)).toEqual([{ field: 'tier', before: null }, ...whole('after')]);
  });

  it('was made nobody knows when', () => {
    expect(createdInstant(facts({ createdAt: null }))).toBeNaN();
    expect(createdInstant({})).toBeNaN();
    expect(isoOf(createdInstant(facts()))).toBe('2024-01-10T08:00:00.123Z');
  });
});

describe('the key of a difference', () => {
  it.each([
    [{ field: 'tier', before: 'Developer', after: 'PREMIUM' }, '/tier:developer>premium'],
    [{ field: 'tier', after: 'Premium' }, '/tier:?>premium'],
    [{ region: 'eastus', field: 'zones', before: null, after: ['2', '1'] }, 'eastus/zones:>1,2'],
    [
      { region: 'eastus', field: 'platformVersion', before: 'undetermined', after: 'stv2' },
      'eastus/platformVersion:undetermined>stv2',
    ],
    [
      { field: 'createdAt', before: null, after: '2026-01-01T00:00:00.5Z' },
      '/createdAt:>2026-01-01t00:00:00',
    ],
  ] as const)('%j', (difference, key) => expect(differenceKey(difference)).toBe(key));
});

describe('the spelling of a time', () => {
  it.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['2026-01-01T01:00:00.5000000+01:00', '2026-01-01T00:00:00.500Z'],
    ['last spring', 'last spring'],
  ])('%s', (text, expected) => expect(canonicalTime(text)).toBe(expected));
});
