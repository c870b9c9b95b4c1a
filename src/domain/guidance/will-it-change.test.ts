import { describe, expect, it } from 'vitest';
import { noNetworkFacts } from '../network-facts.ts';
import type { Service } from '../service.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleService, sampleSubnet } from './samples.ts';
import { willItChange } from './will-it-change.ts';

const inSubnet = sampleRegion({ subnetId: sampleIds.subnet('a') });

function outlook(service: Partial<Service>, state: string | null = 'Enabled', network = noNetworkFacts) {
  return willItChange(sampleService(service), network, state);
}

const codes = (...args: Parameters<typeof outlook>) => outlook(...args).reasons.map(({ code }) => code);
const textOf = (code: string, ...args: Parameters<typeof outlook>) =>
  outlook(...args).reasons.find(reason => reason.code === code)?.text ?? '';

describe('willItChange', () => {
  it.each([
    ['Basic', 'None', ['subscription-reinstated', 'recreated']],
    ['Standard', 'None', ['subscription-reinstated', 'recreated']],
    ['Developer', 'None', ['subscription-reinstated', 'recreated', 'vnet-added']],
    [
      'Developer',
      'External',
      [
        'subscription-reinstated',
        'recreated',
        'vnet-removed',
        'vnet-mode-switched',
        'subnet-moved',
        'public-ip-resource-changed',
      ],
    ],
    [
      'Premium',
      'Internal',
      [
        'subscription-reinstated',
        'recreated',
        'vnet-removed',
        'vnet-mode-switched',
        'subnet-moved',
        'public-ip-resource-changed',
        'zones-changed',
        'region-reinstated',
      ],
    ],
    [
      'Premium',
      'None',
      ['subscription-reinstated', 'recreated', 'vnet-added', 'zones-changed', 'region-reinstated'],
    ],
  ])('%s with %s: exactly the documented reasons of that tier and mode', (tier, vnetMode, expected) => {
    expect(codes({ tier, vnetMode, regions: vnetMode === 'None' ? [sampleRegion()] : [inSubnet] })).toEqual(
      expected,
    );
  });

  it.each(['Warned', 'PastDue', 'Disabled'])('is at risk today when the subscription is %s', state => {
    const { verdict, sentence, reasons } = outlook({}, state);
    expect(verdict).toBe('at-risk');
    expect(sentence).toContain(`the subscription is ${state}`);
    expect(reasons[0]).toMatchObject({ code: 'subscription-reinstated', when: 'now' });
  });

  it('is stable while nothing but the owner’s decisions could change it', () => {
    expect(outlook({}).verdict).toBe('stable');
    expect(outlook({}).reasons.every(({ when }) => when === 'if-you')).toBe(true);
  });

  it('says that the state of the subscription is not known rather than fine', () => {
    expect(textOf('subscription-reinstated', {}, null)).toContain('could not be read');
  });

  it('names the addresses that a migration from stv1 will bring', () => {
    const service = {
      regions: [sampleRegion({ platformVersion: 'stv1' })],
      precreatedIps: ['198.51.100.30'],
    };
    expect(outlook(service).verdict).toBe('at-risk');
    expect(textOf('platform-migrated', service)).toContain('198.51.100.30');
    expect(codes({})).not.toContain('platform-migrated');
  });

  it('tells zones that are in use from zones that are not', () => {
    expect(textOf('zones-changed', {})).toContain('no zones yet');
    expect(textOf('zones-changed', { regions: [sampleRegion({ zones: ['1', '2'] })] })).toContain(
      'West Europe uses zones',
    );
  });

  it('tells one region from several', () => {
    expect(textOf('region-reinstated', {})).toContain('one region');
    const two = [sampleRegion(), sampleRegion({ name: 'eastus', displayName: 'East US', primary: false })];
    expect(textOf('region-reinstated', { regions: two })).toContain('West Europe and East US');
  });

  it('names the public IP resource that a switch may not take again', () => {
    const region = { ...inSubnet, publicIpAddressId: sampleIds.publicIp('pip-weu') };
    expect(textOf('vnet-mode-switched', { vnetMode: 'Internal', regions: [region] })).toContain('pip-weu');
    expect(codes({ vnetMode: 'Internal', regions: [region] })).toContain('public-ip-dns-label');
  });

  it('counts the private VIP among what changes in Internal mode alone', () => {
    const affected = (vnetMode: string) =>
      outlook({ vnetMode, regions: [inSubnet] }).reasons.flatMap(({ affects }) => affects);
    expect(affected('Internal')).toContain('private VIP');
    expect(affected('External')).not.toContain('private VIP');
  });

  it('counts a NAT gateway of the service and one of the subnet', () => {
    expect(codes({ regions: [sampleRegion({ natGatewayState: 'Enabled' })] })).toContain(
      'nat-gateway-changed',
    );
    const network = sampleNetwork({
      subnets: [sampleSubnet('a', { natGatewayId: sampleIds.natGateway('n') })],
    });
    expect(codes({ vnetMode: 'External', regions: [inSubnet] }, 'Enabled', network)).toContain(
      'nat-gateway-changed',
    );
    expect(codes({ vnetMode: 'External', regions: [inSubnet] })).not.toContain('nat-gateway-changed');
  });

  it('tells what users reported from what Microsoft lists', () => {
    const stopped = outlook({ tier: 'Basic', provisioningState: 'Stopped' }).reasons[0];
    expect(stopped).toMatchObject({ basis: 'reported', when: 'now', title: 'The service is stopped' });
  });

  it.each(['Consumption', 'BasicV2', 'StandardV2', 'PremiumV2'])('promises nothing for %s', tier => {
    const { verdict, sentence, reasons } = outlook({ tier }, 'Warned');
    expect(verdict).toBe('shared');
    expect(sentence).toContain('may change at any time');
    expect(reasons).toEqual([]);
  });

  it('knows nothing about a tier or mode that is not documented', () => {
    expect(outlook({ tier: 'Isolated' }).verdict).toBe('unknown');
    expect(outlook({ vnetMode: 'Mesh' }).verdict).toBe('unknown');
  });
});

describe('the sentence that can be quoted', () => {
  it('joins all that holds today, and lists it first', () => {
    const { sentence, reasons } = outlook({ tier: 'Premium', provisioningState: 'Stopped' }, 'Warned');
    expect(sentence).toBe(
      'Something today may change an address: the subscription is Warned; the service is stopped.',
    );
    expect(reasons.map(({ when }) => when === 'now').lastIndexOf(true)).toBe(1);
    expect(new Set(reasons.map(({ title }) => title)).size).toBe(reasons.length);
  });

  it('says that nothing is known where nothing holds today', () =>
    expect(outlook({ tier: 'Premium' })).toMatchObject({
      verdict: 'stable',
      sentence: 'Nothing known today changes an address. Each of these decisions would.',
      notListed: expect.stringMatching(
        /^Scaling units, .* not among the reasons .* not documented either\.$/,
      ),
    }));

  it('promises nothing of a mode that nothing documents', () =>
    expect(outlook({ tier: 'Developer', vnetMode: 'Sideways' })).toEqual({
      verdict: 'unknown',
      sentence: 'Microsoft documents nothing about the addresses of Developer with VNet mode Sideways.',
      reasons: [],
      notListed: '',
    }));
});
