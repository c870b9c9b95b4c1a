import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { noNetworkFacts, unread } from '../network-facts.ts';
import {
  guide,
  internal,
  internalNeu,
  lines,
  neu,
  notKnown,
  readable,
  warned,
  weu,
} from './sample-answers.ts';
import { sampleHostName, sampleIds, sampleNetwork, sampleRegion, sampleSubnet } from './samples.ts';

describe('classic tiers without VNet', () => {
  it.each(['Developer', 'Basic', 'Standard', 'Premium'])(
    '%s: the public IP in, the outbound IPs out',
    tier => {
      const answer = guide({ tier });
      expect(lines(answer)).toEqual([
        'clients westeurope 203.0.113.7/32 443',
        'clients westeurope 203.0.113.7/32 80 ?',
        'internet-back-ends westeurope 203.0.113.7/32 -',
      ]);
      expect(warned(answer)).toEqual(['same-region-storage']);
      expect(notKnown(answer)).toEqual([]);
    },
  );

  it('takes the outbound addresses before the public ones, each region on its own', () => {
    const first = sampleRegion({
      outboundPublicIPAddresses: ['60.0.0.0/31', '198.51.100.4'],
      natGatewayState: 'Enabled',
    });
    const second = sampleRegion({ name: 'eastus', primary: false, publicIPAddresses: ['198.51.100.9'] });
    expect(lines(guide({ regions: [first, second] })).filter(line => line.startsWith('internet'))).toEqual([
      'internet-back-ends eastus 198.51.100.9/32 -',
      'internet-back-ends westeurope 198.51.100.4/32 -',
      'internet-back-ends westeurope 60.0.0.0/31 -',
    ]);
  });

  it('does not fall back to the public IP where a NAT gateway is enabled and no outbound address reported', () => {
    const answer = guide({ regions: [sampleRegion({ natGatewayState: 'Enabled' })] });
    expect(notKnown(answer)).toEqual(['outbound-not-reported internet-back-ends westeurope']);
  });

  it('has no rule for a region with a subnet that the mode does not explain', () => {
    const answer = guide({ regions: [weu] }, readable);
    expect(lines(answer)).toEqual([]);
    expect(notKnown(answer)).toEqual([
      'unknown-combination clients westeurope',
      'unknown-combination internet-back-ends westeurope',
      'unknown-combination private-back-ends westeurope',
    ]);
  });
});

describe('classic tiers in External mode', () => {
  it('Premium in two regions: clients, subnet rules with traffic manager, and whole subnets', () => {
    const answer = guide({ vnetMode: 'External', regions: [weu, neu] }, readable);
    expect(lines(answer)).toEqual([
      'clients northeurope 203.0.113.9/32 443',
      'clients westeurope 203.0.113.7/32 443',
      'clients northeurope 203.0.113.9/32 80 ?',
      'clients westeurope 203.0.113.7/32 80 ?',
      'internet-back-ends northeurope 203.0.113.9/32 -',
      'internet-back-ends westeurope 203.0.113.7/32 -',
      'private-back-ends northeurope 10.1.0.0/27 -',
      'private-back-ends northeurope fd00:1::/64 -',
      'private-back-ends westeurope 10.0.0.0/27 -',
      'management - ApiManagement 3443',
      'load-balancer - AzureLoadBalancer 6390',
      'traffic-manager - AzureTrafficManager 443',
    ]);
    expect(warned(answer)).toEqual([
      'same-region-storage',
      'nsg-clients-inbound',
      'bgp-default-route-not-visible',
    ]);
    expect(notKnown(answer)).toEqual([]);
  });

  it('Developer: the load balancer’s port is optional', () => {
    const answer = guide({ tier: 'Developer', vnetMode: 'External', regions: [weu] }, readable);
    expect(lines(answer)).toContain('load-balancer - AzureLoadBalancer 6390 ?');
    expect(lines(answer).some(line => line.startsWith('traffic-manager'))).toBe(false);
  });

  it('keeps clients and subnet rules, and nothing for back ends, where the subnet cannot be read', () => {
    const action = 'Microsoft.Network/virtualNetworks/subnets/read';
    const refused = {
      ...noNetworkFacts,
      subnets: { [armKey(sampleIds.subnet('weu'))]: unread('forbidden', action) },
    };
    const answer = guide({ vnetMode: 'External', regions: [weu] }, refused);
    expect(lines(answer)).toEqual([
      'clients westeurope 203.0.113.7/32 443',
      'clients westeurope 203.0.113.7/32 80 ?',
      'management - ApiManagement 3443',
      'load-balancer - AzureLoadBalancer 6390',
    ]);
    expect(notKnown(answer)).toEqual([
      'subnet-not-readable internet-back-ends westeurope',
      'subnet-not-readable private-back-ends westeurope',
    ]);
    expect(answer.unknown[0]?.text).toContain(action);
  });
});

describe('classic tiers in Internal mode', () => {
  const hostNames = [
    sampleHostName('Proxy', 'contoso.azure-api.net'),
    sampleHostName('DeveloperPortal', 'contoso.developer.azure-api.net'),
    sampleHostName('Portal', 'contoso.portal.azure-api.net'),
    sampleHostName('Management', 'contoso.management.azure-api.net'),
    sampleHostName('Scm', 'contoso.scm.azure-api.net'),
  ];
  const regions = [
    { ...internal, gatewayRegionalUrl: 'https://contoso-westeurope-01.regional.azure-api.net' },
    { ...internalNeu, gatewayRegionalUrl: 'https://contoso-northeurope-01.regional.azure-api.net' },
  ];
  const service = { vnetMode: 'Internal', regions, hostNames };

  it('clients take the private VIP, internet back ends see the public IP, private ones the whole subnet', () => {
    const answer = guide({ vnetMode: 'Internal', regions: [internal], hostNames: [] }, readable);
    expect(lines(answer)).toEqual([
      'clients westeurope 10.0.0.5/32 443',
      'internet-back-ends westeurope 203.0.113.7/32 -',
      'private-back-ends westeurope 10.0.0.0/27 -',
      'management - ApiManagement 3443',
      'load-balancer - AzureLoadBalancer 6390',
    ]);
    expect(warned(answer)).toEqual([
      'same-region-storage',
      'internal-public-ip',
      'bgp-default-route-not-visible',
    ]);
  });

  it('gives every DNS name its region, with the gateway name at the one that the reader chose', () => {
    const answer = guide(service, readable, { dnsGatewayRegion: 'North Europe' });
    expect(lines(answer).filter(line => line.startsWith('dns'))).toEqual([
      'dns northeurope contoso-northeurope-01.regional.azure-api.net 10.1.0.5/32 -',
      'dns northeurope contoso.azure-api.net 10.1.0.5/32 -',
      'dns westeurope contoso-westeurope-01.regional.azure-api.net 10.0.0.5/32 -',
      'dns westeurope contoso.developer.azure-api.net 10.0.0.5/32 -',
      'dns westeurope contoso.management.azure-api.net 10.0.0.5/32 -',
      'dns westeurope contoso.portal.azure-api.net 10.0.0.5/32 -',
      'dns westeurope contoso.scm.azure-api.net 10.0.0.5/32 -',
    ]);
    expect(warned(answer)).toContain('internal-no-balancing');
  });

  it('gives a regional name one record, although it stands among the host names too', () => {
    const regional = sampleHostName('RegionalProxy', 'contoso-northeurope-01.regional.azure-api.net');
    const answer = guide({ ...service, hostNames: [regional] }, readable);
    expect(lines(answer).filter(line => line.startsWith('dns'))).toEqual([
      'dns northeurope contoso-northeurope-01.regional.azure-api.net 10.1.0.5/32 -',
      'dns westeurope contoso-westeurope-01.regional.azure-api.net 10.0.0.5/32 -',
    ]);
    expect(notKnown(answer)).toEqual([]);
  });

  it('leaves the gateway name open until a region is chosen, unless there is only one', () => {
    const open = guide(service, readable);
    expect(notKnown(open)).toEqual(['dns-gateway-region-not-chosen dns']);
    expect(lines(open).some(line => line.includes(' contoso.azure-api.net '))).toBe(false);
    const single = guide({ ...service, regions: [internal] }, readable);
    expect(lines(single)).toContain('dns westeurope contoso.azure-api.net 10.0.0.5/32 -');
  });

  it('has no record for a chosen region without a gateway, nor for portals of a primary without one', () => {
    const off = { ...service, regions: [{ ...internal, gatewayDisabled: true }, internalNeu] };
    const answer = guide(off, readable, { dnsGatewayRegion: 'westeurope' });
    expect(lines(answer).filter(line => line.startsWith('dns'))).toEqual([]);
    expect(notKnown(answer)).toEqual(Array.from({ length: 5 }, () => 'dns-region-not-usable dns'));
  });

  it('has no record for a kind of name that nobody documented', () => {
    const answer = guide(
      { ...service, hostNames: [sampleHostName('ConfigurationApi', 'c.azure-api.net')] },
      readable,
    );
    expect(notKnown(answer)).toEqual(['dns-name-not-documented dns']);
  });
});

describe('shared tiers', () => {
  const tag = {
    name: 'AzureCloud.westeurope',
    changeNumber: '218',
    prefixes: ['2603:1020:200::/46', '13.69.0.0/17', '13.69.0.0/17', 'nonsense'],
  };

  it.each(['Consumption', 'BasicV2', 'StandardV2', 'PremiumV2'])(
    '%s: a host name in, the region’s AzureCloud tag out, and no address that Azure reports',
    tier => {
      const answer = guide(
        { tier },
        sampleNetwork({ serviceTags: [{ ...tag, prefixes: ['13.69.0.0/17'] }] }),
      );
      expect(lines(answer)).toEqual([
        'clients - contoso.azure-api.net 443',
        'internet-back-ends westeurope AzureCloud.westeurope -',
      ]);
      expect(warned(answer)).toEqual([
        'shared-ranges',
        'api-management-tag-not-egress',
        'same-region-storage',
      ]);
      expect(answer.entries[1]).toMatchObject({
        stability: 'shared',
        changeNumber: '218',
        prefixes: ['13.69.0.0/17'],
      });
    },
  );

  it('keeps the ranges of a tag that can be read, in order and once', () => {
    const answer = guide({ tier: 'Consumption' }, sampleNetwork({ serviceTags: [tag] }));
    expect(answer.entries[1]?.prefixes).toEqual(['13.69.0.0/17', '2603:1020:200::/46']);
    expect(notKnown(answer)).toEqual(['value-not-readable internet-back-ends westeurope']);
  });

  it('has no rule with a tag that Azure does not return', () => {
    const missing = { ...noNetworkFacts, serviceTags: { 'azurecloud.westeurope': unread('not-found') } };
    const answer = guide({ tier: 'Consumption' }, missing);
    expect(lines(answer)).toEqual(['clients - contoso.azure-api.net 443']);
    expect(notKnown(answer)).toEqual(['service-tag-not-returned internet-back-ends westeurope']);
  });

  it('says that a tag was not read, under the name that Azure really gives it', () => {
    const france = sampleRegion({ name: 'francecentral', displayName: 'France Central' });
    const answer = guide({ tier: 'BasicV2', regions: [france] });
    expect(lines(answer)).toContain('internet-back-ends francecentral AzureCloud.centralfrance -');
    expect(warned(answer)).toContain('service-tag-not-read francecentral');
    expect(answer.entries[1]).not.toHaveProperty('prefixes');
  });
});

describe('v2 tiers in a network', () => {
  const integrated = sampleNetwork({
    subnets: [sampleSubnet('weu', { delegations: ['Microsoft.Web/serverFarms'] })],
  });

  it.each(['StandardV2', 'PremiumV2'])(
    '%s integrated: host name in, the delegated subnet out, internet unknown',
    tier => {
      const answer = guide({ tier, vnetMode: 'External', regions: [weu] }, integrated);
      expect(lines(answer)).toEqual([
        'clients - contoso.azure-api.net 443',
        'private-back-ends westeurope 10.0.0.0/27 -',
      ]);
      expect(notKnown(answer)).toEqual(['integration-egress internet-back-ends westeurope']);
      expect(warned(answer)).toEqual(['api-management-tag-not-egress', 'bgp-default-route-not-visible']);
    },
  );

  it('has no range of a subnet that is not delegated as integration needs', () => {
    const answer = guide({ tier: 'StandardV2', vnetMode: 'External', regions: [weu] }, readable);
    expect(lines(answer)).toEqual(['clients - contoso.azure-api.net 443']);
    expect(notKnown(answer)).toContain('delegation-not-documented private-back-ends westeurope');
  });

  it('Premium v2 injected: the private address only where Azure reports it, and no source address', () => {
    const without = guide({ tier: 'PremiumV2', vnetMode: 'Internal', regions: [weu] }, readable);
    expect(lines(without)).toEqual(['clients - contoso.azure-api.net 443']);
    expect(notKnown(without)).toEqual([
      'private-vip-not-reported clients westeurope',
      'injection-egress internet-back-ends westeurope',
      'injection-egress private-back-ends westeurope',
      'private-vip-not-reported dns westeurope',
    ]);
    const reported = guide({ tier: 'PremiumV2', vnetMode: 'Internal', regions: [internal] }, readable);
    expect(lines(reported)).toEqual([
      'clients - contoso.azure-api.net 443',
      'clients westeurope 10.0.0.5/32 443',
      'dns westeurope contoso.azure-api.net 10.0.0.5/32 -',
    ]);
  });
});

describe('any other tier or mode', () => {
  it.each([
    ['Isolated', 'None'],
    ['Basic', 'External'],
    ['Standard', 'Internal'],
    ['Consumption', 'External'],
    ['BasicV2', 'Internal'],
    ['StandardV2', 'Internal'],
    ['Premium', 'Mesh'],
    ['PremiumV3', 'None'],
  ])('%s with %s is unknown and prints no rule', (tier, vnetMode) => {
    const answer = guide({ tier, vnetMode, regions: [internal] }, readable);
    expect(lines(answer)).toEqual([]);
    expect(notKnown(answer)).toEqual([
      'unknown-combination clients',
      'unknown-combination internet-back-ends',
      'unknown-combination private-back-ends',
      'unknown-combination management',
      'unknown-combination dns',
    ]);
  });
});
