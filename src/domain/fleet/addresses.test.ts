import { describe, expect, it } from 'vitest';
import type { Service } from '../service.ts';
import { outboundIpCell, privateVipCell, publicIpCell } from './addresses.ts';
import { sampleRegion, sampleService } from './testing/sample-fleet.ts';

const none = [sampleRegion({ publicIPAddresses: [] })];
const reported = [sampleRegion({ publicIPAddresses: ['198.51.100.4'] })];

describe('public IPs', () => {
  it.each<[string, Partial<Service>, string, string]>([
    ['a classic tier without a VNet', {}, 'addresses', ''],
    ['External', { vnetMode: 'External' }, 'addresses', ''],
    ['Internal: the address is for management', { vnetMode: 'Internal' }, 'addresses', 'not for clients'],
    ['public access turned off', { publicNetworkAccess: 'disabled' }, 'addresses', 'public access off'],
    ['a classic tier whose field is missing', { regions: none }, 'not-reported', ''],
    ['Consumption', { tier: 'Consumption', regions: none }, 'shared', 'no dedicated IP'],
    ['Basic v2', { tier: 'BasicV2', regions: none }, 'shared', 'no dedicated IP'],
    [
      'Standard v2 with integration',
      { tier: 'StandardV2', vnetMode: 'External', regions: none },
      'shared',
      'no dedicated IP',
    ],
    [
      'Premium v2 with injection',
      { tier: 'PremiumV2', vnetMode: 'Internal', regions: none },
      'none',
      'no public gateway',
    ],
    [
      'a shared tier that reports one',
      { tier: 'BasicV2', regions: reported },
      'shared',
      'reported, not dedicated',
    ],
    [
      'injection that reports one',
      { tier: 'PremiumV2', vnetMode: 'Internal', regions: reported },
      'none',
      'reported, not dedicated',
    ],
    ['a tier that nobody documents', { tier: 'Gold' }, 'addresses', ''],
  ])('%s', (_name, part, kind, note) =>
    expect(publicIpCell(sampleService(part))).toMatchObject({ kind, note }),
  );

  it('a shared tier never shows an address as its own', () => {
    const cell = publicIpCell(sampleService({ tier: 'Consumption', regions: reported }));
    expect(cell.addresses).toEqual([]);
    expect(cell.reported.map(one => one.address)).toEqual(['198.51.100.4']);
  });

  it('keeps a masked address as it is, the primary region first', () => {
    const regions = [
      sampleRegion({ publicIPAddresses: ['137.XXX.11.74'] }),
      sampleRegion({ name: 'eastus', publicIPAddresses: ['20.1.1.1'] }),
    ];
    expect(publicIpCell(sampleService({ regions })).addresses.map(one => one.address)).toEqual([
      '137.XXX.11.74',
      '20.1.1.1',
    ]);
  });
});

describe('private VIPs', () => {
  it.each<[string, Partial<Service>, string]>([
    ['cannot exist without a VNet', {}, 'not-applicable'],
    ['cannot exist in External', { vnetMode: 'External' }, 'not-applicable'],
    ['are missing in Internal', { vnetMode: 'Internal' }, 'not-reported'],
    ['may exist in a mode that nobody documents', { vnetMode: 'Sideways' }, 'not-reported'],
    [
      'are shown where Azure reports them all the same',
      { regions: [sampleRegion({ privateIPAddresses: ['10.0.0.4'] })] },
      'addresses',
    ],
  ])('%s', (_name, part, kind) => expect(privateVipCell(sampleService(part)).kind).toBe(kind));
});

describe('outbound IPs', () => {
  const regions = [sampleRegion({ outboundPublicIPAddresses: ['60.0.0.0/31'] })];
  it('may be ranges', () =>
    expect(outboundIpCell(sampleService({ regions })).addresses[0]?.address).toBe('60.0.0.0/31'));
  it('are never a shared tier’s own', () =>
    expect(outboundIpCell(sampleService({ tier: 'StandardV2', regions }))).toMatchObject({
      kind: 'shared',
      addresses: [],
    }));
  it.each<[string, Partial<Service>, string, string]>([
    ['are not reported by most services', {}, 'not-reported', ''],
    ['are missing on shared tiers', { tier: 'BasicV2' }, 'shared', 'no dedicated IP'],
    [
      'are told of shared tiers as what they are',
      { tier: 'BasicV2', regions },
      'shared',
      'reported, not dedicated',
    ],
    ['are a service’s own otherwise', { regions }, 'addresses', ''],
  ])('%s', (_name, part, kind, note) =>
    expect(outboundIpCell(sampleService(part))).toMatchObject({ kind, note }),
  );
});
