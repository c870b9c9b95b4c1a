import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../former-address.ts';
import {
  sampleHostName,
  sampleIds,
  sampleNetwork,
  sampleRegion,
  sampleService,
  sampleSubnet,
} from '../guidance/samples.ts';
import { known, type ServiceTagFacts, unread } from '../network-facts.ts';
import { addressText, parseIpRange } from '../ranges/ip-range.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { tagsWorthALook } from './address-hits.ts';
import { answerTerms, needsNetwork, needsTags, type TermAnswer } from './answer.ts';
import { emptyIndex, type FindIndex, indexSteps } from './find-index.ts';
import { parseFindQuery } from './query.ts';
import { type FindSources, formerPlaces, loadedTag, networkPlaces } from './sources.ts';
import { formerly, whole } from './testing.ts';
import { type Coverage, verdictOf } from './verdict.ts';
import { hitRegion, hitTone, hitWords } from './words.ts';

function service(name: string, parts: Partial<Service> = {}): Service {
  return sampleService({
    name,
    id: `/subscriptions/6f2b0000-0000-4000-8000-000000000001/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/${name}`,
    hostNames: [sampleHostName('Proxy', `${name}.azure-api.net`)],
    ...parts,
  });
}
const region = (parts: Partial<ServiceRegion>) => [sampleRegion(parts)];

const orders = service('orders', {
  vnetMode: 'Internal',
  regions: region({
    privateIPAddresses: ['10.20.1.5'],
    publicIPAddresses: ['203.0.113.18'],
    subnetId: sampleIds.subnet('a'),
  }),
});
const pay = service('pay', {
  vnetMode: 'External',
  regions: region({
    publicIPAddresses: ['198.51.100.24'],
    outboundPublicIPAddresses: ['192.0.2.40/31'],
    natGatewayState: 'Enabled',
    subnetId: sampleIds.subnet('b'),
    publicIpAddressId: sampleIds.publicIp('pip-pay'),
  }),
  hostNames: [
    sampleHostName('Proxy', 'pay.contoso.com'),
    sampleHostName('Management', 'pay.management.azure-api.net'),
  ],
});
const plain = service('plain', { tier: 'Standard', precreatedIps: ['203.0.113.200'] });
const events = service('events', {
  tier: 'Consumption',
  regions: region({ name: 'northeurope', displayName: 'North Europe', publicIPAddresses: [] }),
});
const catalog = service('catalog', {
  tier: 'StandardV2',
  regions: region({ name: 'northeurope', displayName: 'North Europe', publicIPAddresses: ['20.50.1.1'] }),
});
const fleet = [orders, pay, plain, events, catalog];

function indexed(services: readonly Service[], earlier?: FindIndex): FindIndex {
  const steps = indexSteps(services, earlier);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const network = networkPlaces(
  sampleNetwork({
    subnets: [
      sampleSubnet('a', { addressPrefixes: ['10.20.1.0/27'] }),
      sampleSubnet('b', { addressPrefixes: ['10.20.0.0/16'] }),
    ],
  }),
);
const formerOnes: readonly FormerAddress[] = [
  {
    ...formerly,
    service: orders.id.toUpperCase(),
    address: '203.0.113.99',
  },
];
const tag = (name: string, ...prefixes: string[]): ServiceTagFacts => ({ name, changeNumber: '1', prefixes });
const tags = new Map([
  ['azurecloud.northeurope', loadedTag(tag('AzureCloud.northeurope', '20.50.0.0/16', '2603:1020::/32'))],
  ['azurecloud.westeurope', null],
]);
const sources = (parts: Partial<FindSources> = {}): FindSources => ({
  index: indexed(fleet),
  network: networkPlaces({ subnets: {}, privateEndpoints: {} }),
  former: formerPlaces([]),
  tags: new Map(),
  ...parts,
});

const ask = (text: string, parts: Partial<FindSources> = {}): readonly TermAnswer[] =>
  answerTerms(parseFindQuery(text).terms, sources(parts));
const rows = (text: string, parts: Partial<FindSources> = {}) =>
  ask(text, parts).flatMap(({ hits }) =>
    hits.map(hit => {
      const { role, value } = hitWords(hit);
      const name =
        hit.kind === 'shared'
          ? hit.services.map(one => one.name).join('+')
          : (hit.kind === 'address' ? hit.place.service : hit.service)?.name;
      return `${name}: ${role}, ${value}`;
    }),
  );
const title = (text: string, parts: Partial<FindSources> = {}, coverage: Coverage = whole) => {
  const [answer] = ask(text, parts);
  return answer && verdictOf(answer, coverage);
};

describe('what an address is', () => {
  it.each([
    ['203.0.113.18', ['orders: Public IP and outbound IP, 203.0.113.18']],
    ['10.20.1.5', ['orders: Private VIP, 10.20.1.5']],
    ['198.51.100.24', ['pay: Public IP, 198.51.100.24']],
    ['192.0.2.41', ['pay: Outbound IP, 192.0.2.40/31']],
    ['192.0.2.0/24', ['pay: Outbound IP, 192.0.2.40/31']],
    ['203.0.113.200', ['plain: Public IP to come, 203.0.113.200']],
    ['20.50.1.1', ['catalog: Reported, not dedicated, 20.50.1.1']],
    ['203.0.113.9', []],
  ])('%s', (text, expected) => expect(rows(text)).toEqual(expected));

  it('names every service whose subnet range holds a private address, the own address first', () => {
    expect(rows('10.20.1.5', { network })).toEqual([
      'orders: Private VIP, 10.20.1.5',
      'pay: Inside the subnet range, 10.20.0.0/16',
      'orders: Inside the subnet range, 10.20.1.0/27',
    ]);
    expect(title('10.20.1.9', { network })?.title).toBe('10.20.1.9 lies in 2 ranges of 2 services.');
    expect(title('10.20.1.5', { network })).toMatchObject({
      title: '10.20.1.5 is the private VIP of orders in West Europe.',
      details: ['It also lies in the subnet range of 1 other service.'],
    });
  });

  it('names an address of a service before the subnet that was asked for', () => {
    expect(rows('10.20.1.0/27', { network })).toEqual([
      'orders: Private VIP, 10.20.1.5',
      'orders: Inside the subnet range, 10.20.1.0/27',
      'pay: Inside the subnet range, 10.20.0.0/16',
    ]);
  });

  it('finds the addresses of a private endpoint', () => {
    const id = sampleIds.privateEndpoint('pe');
    const hub = service('hub', {
      privateEndpoints: [{ name: 'pe', privateEndpointId: id, status: 'Approved' }],
    });
    const places = networkPlaces({
      subnets: {},
      privateEndpoints: { x: known({ id, subnetId: null, addresses: known(['10.28.0.5']) }) },
    });
    expect(rows('10.28.0.5', { index: indexed([hub]), network: places })).toEqual([
      'hub: Private endpoint, 10.28.0.5',
    ]);
  });

  it('names a former address with its interval and cause, of a service that is gone as well', () => {
    const former = formerPlaces(formerOnes);
    const [answer] = ask('203.0.113.99', { former });
    const hit = answer?.hits[0];
    expect(hit && [hitWords(hit), hitRegion(hit), hitTone(hit)]).toEqual([
      {
        role: 'Former public IP, until 9 Apr 2026',
        note: 'Zones changed; 9 Jan 2025 to 9 Apr 2026',
        value: '203.0.113.99',
      },
      'West Europe',
      'was',
    ]);
    expect(title('203.0.113.99', { former, index: emptyIndex })).toEqual({
      title: '203.0.113.99 was the public IP of ORDERS in West Europe, until 9 Apr 2026.',
      details: ['No service that you may read is known to have it now.', 'Service tags were not looked up.'],
      tone: 'was',
    });
  });

  it('puts a former address before a range that holds it, and after an address of today', () => {
    const moved = ['10.20.1.9', '10.20.1.5'];
    const former = formerPlaces(moved.flatMap(address => formerOnes.map(one => ({ ...one, address }))));
    const roles = (text: string) => rows(text, { former, network }).map(row => row.split(', ')[0]);
    expect(roles('10.20.1.9')).toEqual([
      'orders: Former public IP',
      'pay: Inside the subnet range',
      'orders: Inside the subnet range',
    ]);
    expect(roles('10.20.1.5')).toEqual([
      'orders: Private VIP',
      'orders: Former public IP',
      'pay: Inside the subnet range',
      'orders: Inside the subnet range',
    ]);
  });

  it('says of a shared range which services could be meant, and that others may', () => {
    expect(rows('20.50.9.9', { tags })).toEqual(['events+catalog: Could be, shared, AzureCloud.northeurope']);
    expect(title('20.50.9.9', { tags })).toEqual({
      title: '20.50.9.9 is nobody’s own here; it could be 2 services on shared addresses.',
      details: [
        'No service that you may read is known to have it now.',
        'It lies in AzureCloud.northeurope, the public ranges of Azure in North Europe.',
        '2 service tags of your regions and all others were not looked up.',
      ],
      tone: 'may',
    });
  });
});

describe('who could be meant by a shared range', () => {
  const west = new Map([
    ...tags,
    ['azurecloud.westeurope', loadedTag(tag('AzureCloud.westeurope', '20.60.0.0/16', '203.0.113.0/24'))],
  ]);

  it('is nobody where no service of the region is on shared addresses', () =>
    expect(rows('20.60.9.9', { tags: west })).toEqual([]));

  it('is nobody but the one to whom the address belongs', () => {
    const shared = service('shared', { tier: 'Consumption', regions: region({ publicIPAddresses: [] }) });
    const index = indexed([...fleet, shared]);
    expect(rows('203.0.113.19', { index, tags: west })).toEqual([
      'shared: Could be, shared, AzureCloud.westeurope',
    ]);
    expect(rows('203.0.113.18', { index, tags: west })).toEqual([
      'orders: Public IP and outbound IP, 203.0.113.18',
    ]);
  });
});

describe('what Azure reports oddly', () => {
  it('an address of a tier that Microsoft does not document is told as reported', () =>
    expect(
      rows('203.0.113.33', {
        index: indexed([
          service('gold', { tier: 'Gold', regions: region({ publicIPAddresses: ['203.0.113.33'] }) }),
        ]),
      }),
    ).toEqual(['gold: Reported, not dedicated, 203.0.113.33']));

  it('where nothing is said of a NAT gateway the public IP is the outbound one', () => {
    const silent = service('silent', {
      regions: region({ publicIPAddresses: ['203.0.113.34'], natGatewayState: null }),
    });
    expect(rows('203.0.113.34', { index: indexed([silent]) })).toEqual([
      'silent: Public IP and outbound IP, 203.0.113.34',
    ]);
  });

  it('an address that cannot be read is none, and costs no other', () => {
    const odd = service('odd', {
      regions: region({ publicIPAddresses: ['203.0.113.30', 'none', '203.0.113.30'] }),
      precreatedIps: ['soon'],
    });
    const index = indexed([odd]);
    expect(rows('203.0.113.30', { index })).toEqual(['odd: Public IP and outbound IP, 203.0.113.30']);
    expect(index.parts[0]?.places.all()).toHaveLength(1);
  });

  it('behind a NAT gateway whose addresses it leaves out the public IP is not the outbound one', () => {
    const nat = service('nat', {
      regions: region({ publicIPAddresses: ['203.0.113.31'], natGatewayState: 'Enabled' }),
    });
    expect(rows('203.0.113.31', { index: indexed([nat]) })).toEqual(['nat: Public IP, 203.0.113.31']);
  });

  it('a private endpoint without an id and a region of no name in Azure’s form can still be read past', () => {
    const odd = service('odd', {
      privateEndpoints: [{ name: 'pe', privateEndpointId: null, status: 'Approved' }],
      regions: region({ name: 'Mars (1)', publicIPAddresses: ['203.0.113.32'] }),
    });
    const index = indexed([odd]);
    expect(rows('203.0.113.32', { index })).toEqual(['odd: Public IP and outbound IP, 203.0.113.32']);
    expect(tagsWorthALook(index)).toEqual([]);
  });

  it('subnets, endpoints, tags and past addresses that were not read, or hold no address, hold nothing', () => {
    const id = sampleIds.privateEndpoint('pe');
    const places = networkPlaces({
      subnets: {
        a: unread('forbidden'),
        b: known({ id: sampleIds.subnet('a'), addressPrefixes: ['10.0.0.0/27', 'wrong'] }),
      },
      privateEndpoints: {
        a: unread('forbidden'),
        b: known({ id, subnetId: null, addresses: unread('forbidden') }),
      },
    });
    expect(places.all()).toHaveLength(1);
    expect(formerPlaces([{ ...formerly, service: pay.id, address: 'wrong' }]).all()).toEqual([]);
    expect(loadedTag(tag('T', '192.0.2.0/24', 'wrong')).set.ipv4).toHaveLength(1);
  });

  it('services of one region in several parts of the index are named together', () => {
    const many = Array.from({ length: 150 }, (_, at) => service(`e-${at}`, { tier: 'Consumption' }));
    const west = new Map([
      ['azurecloud.westeurope', loadedTag(tag('AzureCloud.westeurope', '20.60.0.0/16'))],
    ]);
    const [hit] = ask('20.60.0.1', { index: indexed(many), tags: west })[0]?.hits ?? [];
    expect(hit?.kind === 'shared' && hit.services.length).toBe(150);
  });
});

describe('several answers to one range', () => {
  it('stand in order: what is there, what was, what could be', () => {
    const past = formerPlaces([{ ...formerly, service: pay.id, address: '20.50.1.9' }]);
    expect(ask('20.50.1.0/24', { tags, former: past })[0]?.hits.map(({ kind }) => kind)).toEqual([
      'address',
      'former',
      'shared',
    ]);
  });

  it('put an address that is reported exactly before the subnets that merely hold it', () => {
    const here = service('here', {
      tier: 'Consumption',
      regions: region({ publicIPAddresses: ['10.20.1.9'] }),
    });
    expect(rows('10.20.1.9', { network, index: indexed([...fleet, here]) })).toEqual([
      'here: Reported, not dedicated, 10.20.1.9',
      'pay: Inside the subnet range, 10.20.0.0/16',
      'orders: Inside the subnet range, 10.20.1.0/27',
    ]);
  });

  it('name a range that lies partly in what was asked for', () => {
    const [hit] = ask('192.0.2.41-192.0.2.60')[0]?.hits ?? [];
    expect(hit?.kind === 'address' && hit.relation).toBe('overlaps');
  });

  it('lie partly in a service tag', () =>
    expect(ask('20.48.0.0/13', { tags })[0]?.beyond?.tags).toContainEqual({
      tag: 'AzureCloud.northeurope',
      region: 'northeurope',
      state: 'partly',
    }));
});

describe('what more is worth reading', () => {
  it.each([
    ['an address of a service', '203.0.113.18', false, false],
    ['a private address, of which more may be known', '10.20.1.5', true, false],
    ['an address of nobody', '8.8.8.8', true, true],
    ['an address of nobody beside one of a service', '203.0.113.18 8.8.8.8', true, true],
    ['a name', 'pay', false, false],
  ])('for %s', (_, text, ofNetwork, ofTags) => {
    expect([needsNetwork(ask(text)), needsTags(ask(text))]).toEqual([ofNetwork, ofTags]);
  });
});

describe('what lies beyond the services', () => {
  it('asks for the tags of the regions in use and of management, each once', () => {
    expect(
      tagsWorthALook(indexed(fleet))
        .map(one => one.tag)
        .sort(),
    ).toEqual(['ApiManagement', 'AzureCloud.northeurope', 'AzureCloud.westeurope']);
    expect(tagsWorthALook(emptyIndex)).toEqual([]);
  });

  it('tells a tag that holds it, one that does not and one that was not looked up', () => {
    const loaded = new Map([...tags, ['apimanagement', loadedTag(tag('ApiManagement', '8.8.8.0/24'))]]);
    expect(
      ask('8.8.8.8', { tags: loaded })[0]
        ?.beyond?.tags.map(one => `${one.tag} ${one.state}`)
        .sort(),
    ).toEqual([
      'ApiManagement inside',
      'AzureCloud.northeurope outside',
      'AzureCloud.westeurope not-returned',
    ]);
    expect(title('8.8.8.8', { tags: loaded })?.details).toEqual([
      'It lies in ApiManagement, the addresses from which Azure manages API Management services.',
      '1 service tag of your regions and all others were not looked up.',
    ]);
    expect(title('8.8.8.8', {}, { ...whole, tagsPending: true })?.details).toEqual([
      'The service tags of your regions are being looked up.',
    ]);
  });

  it.each([
    ['172.16.0.0-172.31.255.255', 'inside'],
    ['9.255.255.255-10.0.0.5', 'public'],
    ['10.255.255.255-11.0.0.0', 'public'],
  ])('%s is of the %s space', (text, space) => expect(ask(text)[0]?.beyond?.space).toBe(space));

  it('says of a tag that was not looked up just that, with the region in Azure’s form', () =>
    expect(ask('8.8.8.8')[0]?.beyond?.tags).toEqual([
      { tag: 'AzureCloud.westeurope', region: 'westeurope', state: 'not-looked-up' },
      { tag: 'AzureCloud.northeurope', region: 'northeurope', state: 'not-looked-up' },
      { tag: 'ApiManagement', region: undefined, state: 'not-looked-up' },
    ]));

  it('looks up no tag for a private address', () => {
    expect(ask('10.1.1.1')[0]?.beyond).toEqual({ space: 'inside', tags: [] });
  });
});

describe('the verdict', () => {
  const missing: Coverage = { ...whole, missing: 2 };
  it.each([
    ['203.0.113.18', whole, '203.0.113.18 is the public IP and outbound IP of orders in West Europe.'],
    ['192.0.2.41', whole, '192.0.2.41 lies in 192.0.2.40/31, the outbound IP of pay in West Europe.'],
    ['192.0.2.0/24', whole, '192.0.2.0/24 holds 192.0.2.40/31, the outbound IP of pay in West Europe.'],
    ['20.50.1.1', whole, 'Azure reports 20.50.1.1 for catalog in North Europe, where it is not dedicated.'],
    ['8.8.8.8', whole, '8.8.8.8 is not one of yours.'],
    ['8.8.8.8', missing, '8.8.8.8 was not found in what could be read.'],
    ['8.8.8.8', { ...whole, underWay: true }, '8.8.8.8 has not been found so far.'],
    [
      '10.9.9.9',
      { ...whole, network: { pending: false, unread: 1 } },
      '10.9.9.9 was not found in what could be read.',
    ],
    ['pay.contoso.com', whole, 'pay.contoso.com is the gateway host name of pay.'],
    ['nothing.azure-api.net', whole, 'No service that you may read has the host name nothing.azure-api.net.'],
    ['203.0.113.999', whole, '“203.0.113.999” is not a valid address or range.'],
    ['2001:db8:::7', whole, '“2001:db8:::7” is not a valid address or range.'],
    ['9.8.7.', whole, '9.8.7. (9.8.7.0/24) is not one of yours.'],
    [sampleIds.subnet('b'), whole, 'pay stands in subnet b.'],
  ])('of %s', (text, coverage, expected) => expect(title(text, {}, coverage)?.title).toBe(expected));

  const twin = service('twin', { regions: region({ publicIPAddresses: ['198.51.100.24'] }) });
  const around = service('around', {
    regions: region({
      publicIPAddresses: ['203.0.113.60'],
      outboundPublicIPAddresses: ['203.0.113.16/29', '203.0.113.60', '203.0.113.60/30'],
    }),
  });
  it.each([
    ['198.51.100.24', '198.51.100.24 is an address of 2 services: their networks overlap.'],
    ['203.0.113.18', '203.0.113.18 is an address of orders and lies in a range of around.'],
    ['203.0.113.60', '203.0.113.60 is an address of around.'],
    ['203.0.113.16/30', '203.0.113.16/30 holds 2 addresses of 2 services.'],
  ])('of %s, which is found several times', (text, expected) => {
    expect(title(text, { index: indexed([...fleet, twin, around]) })?.title).toBe(expected);
  });

  it('says what weakens it', () => {
    const coverage = { ...whole, missing: 2, network: { pending: false, unread: 1 } };
    expect(title('10.9.9.9', {}, coverage)?.details).toEqual([
      '2 subscriptions could not be read: it may be there.',
      '1 subnet or private endpoint could not be read: it may be there.',
      'It is an address of a private network, not of the internet.',
    ]);
  });
});

describe('names and ids', () => {
  it.each([
    ['pay.management.azure-api.net', ['pay: Management host name, pay.management.azure-api.net']],
    ['contoso.com', ['pay: Gateway host name, pay.contoso.com']],
    ['plain.scm.azure-api.net', ['plain: Default host name, plain.scm.azure-api.net']],
    [
      'orders-westeurope-01.regional.azure-api.net',
      ['orders: Default host name, orders-westeurope-01.regional.azure-api.net'],
    ],
    ['pla', ['plain: Service, plain']],
    ['a', ['catalog: Service, catalog', 'pay: Service, pay', 'plain: Service, plain']],
    ['PAY', ['pay: Service, pay']],
    [orders.id.toUpperCase(), ['orders: Service, orders']],
    [`https://portal.azure.com/#@x/resource${pay.id}/networkStatus`, ['pay: Service, pay']],
    [sampleIds.publicIp('PIP-PAY'), ['pay: Uses public IP pip-pay, uses public IP pip-pay']],
    [
      sampleIds.subnet('b').replace(/\/subnets.*/, ''),
      ['orders: Stands in subnet a, stands in subnet a', 'pay: Stands in subnet b, stands in subnet b'],
    ],
  ])('%s', (text, expected) => expect(rows(text)).toEqual(expected));

  it('finds every service of a subscription or a resource group, and only those', () => {
    const other = service('other', {
      id: '/subscriptions/x/resourceGroups/rg-apim-2/providers/Microsoft.ApiManagement/service/other',
    });
    const index = indexed([...fleet, other]);
    expect(rows('6f2b0000-0000-4000-8000-000000000001', { index })).toHaveLength(fleet.length);
    expect(rows('/subscriptions/x/resourceGroups/rg-apim', { index })).toEqual([]);
    expect(rows('/subscriptions/x/resourceGroups/RG-apim-2', { index })).toEqual(['other: Service, other']);
  });

  it('finds a regional gateway by a name that ARM gives as a URL alone', () => {
    const there = service('there', {
      regions: region({ gatewayRegionalUrl: 'https://there-westeurope-01.regional.azure-api.net' }),
    });
    expect(rows('there-westeurope-01.regional.azure-api.net', { index: indexed([there]) })).toEqual([
      'there: Regional gateway host name, there-westeurope-01.regional.azure-api.net',
    ]);
  });

  it('finds a wildcard by what stands below the star, and reads past a name that is none', () => {
    const wild = service('wild', {
      hostNames: [sampleHostName('Proxy', '*.wild.com'), sampleHostName('Proxy', 'no*.wild.com')],
    });
    expect(rows('wild.com', { index: indexed([wild]) })).toEqual(['wild: Gateway host name, wild.com']);
  });

  it('finds every service that shares a subnet, and every one of a long fleet by its id', () => {
    const many = Array.from({ length: 150 }, (_, at) =>
      service(`m-${at}`, { regions: region({ subnetId: sampleIds.subnet('m') }) }),
    );
    const index = indexed(many);
    expect(rows(sampleIds.subnet('m'), { index })).toHaveLength(150);
    for (const { id, name } of [many[0], many[149]].flatMap(one => one ?? []))
      expect(rows(id, { index })).toEqual([`${name}: Service, ${name}`]);
  });

  it('a name that two of its kinds share is told as the first', () => {
    const twice = service('twice', {
      hostNames: [sampleHostName('Proxy', 'api.twice.com'), sampleHostName('Portal', 'API.twice.com')],
    });
    expect(rows('api.twice.com', { index: indexed([twice]) })).toEqual([
      'twice: Gateway host name, api.twice.com',
    ]);
  });

  it.each([
    ['an id of a service that is not there', `${pay.id}-2`],
    ['a host name that is nobody’s', 'www.example.org'],
  ])('finds nothing by %s', (_, text) => expect(rows(text)).toEqual([]));

  it('leaves words out that stand beside an address and name no service', () => {
    expect(ask('calls from pay at 8.8.8.8 fail').map(({ term }) => term.text)).toEqual(['pay', '8.8.8.8']);
    expect(ask('nothing').map(({ term }) => term.text)).toEqual(['nothing']);
  });
});

describe('services by name', () => {
  it('the name itself, then those that begin with it, then those that hold it, each as people count', () => {
    const names = ['my-api-1', 'api-10', 'api', 'api-2'];
    const index = indexed(names.map(name => service(name)));
    expect(rows('api', { index }).map(row => row.split(':')[0])).toEqual([
      'api',
      'api-2',
      'api-10',
      'my-api-1',
    ]);
  });
});

describe('names that fit by the hundred', () => {
  it('are not put in order beyond what they say of the match: typing must not stutter', () => {
    const many = Array.from({ length: 502 }, (_, at) => service(`b-${502 - at}`));
    const found = rows('b', { index: indexed([service('a-b'), ...many]) }).map(row => row.split(':')[0]);
    expect(found.slice(0, 3)).toEqual(['b-502', 'b-501', 'b-500']);
    expect(found.at(-1)).toBe('a-b');
  });
});

describe('the index', () => {
  const many = Array.from({ length: 1_000 }, (_, at) =>
    service(`s-${at}`, {
      regions: region({ publicIPAddresses: [addressText('ipv4', 3_000_000_000n + BigInt(at))] }),
    }),
  );

  it('takes over the parts of an earlier index over the same services', () => {
    const earlier = indexed(many.slice(0, 500));
    const later = indexed(many, earlier);
    expect(later.parts.map((part, at) => part === earlier.parts[at])).toEqual([
      ...Array(5).fill(true),
      ...Array(5).fill(false),
    ]);
  });

  it('makes a part anew where a service is another one, or where there are more', () => {
    const some = many.slice(0, 250);
    const earlier = indexed(some);
    const taken = (services: readonly Service[]) =>
      indexed(services, earlier).parts.map((part, at) => part === earlier.parts[at]);
    expect(taken(some)).toEqual([true, true, true]);
    expect(taken(some.with(99, service('other')))).toEqual([false, true, true]);
    expect(taken(many.slice(0, 251))).toEqual([true, true, false]);
    expect(taken(many.slice(0, 249))).toEqual([true, true, false]);
  });

  it('finds every address of every service, however it is asked for', () => {
    const index = indexed(many);
    fc.assert(
      fc.property(fc.nat(999), at => {
        const [address = ''] = many[at]?.regions[0]?.publicIPAddresses ?? [];
        const range = parseIpRange(address);
        expect(rows(address, { index })).toEqual([`s-${at}: Public IP and outbound IP, ${address}`]);
        expect(range && rows(`${address}/30`, { index }).some(row => row.startsWith(`s-${at}:`))).toBe(true);
      }),
    );
  });
});
