import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../former-address.ts';
import { sampleRegion, sampleService } from '../guidance/samples.ts';
import { parseIpRange } from '../ranges/ip-range.ts';
import type { TagAnswer, TermAnswer } from './answer.ts';
import { answerText } from './answer-text.ts';
import type { FindHit } from './hit.ts';
import type { Place } from './place.ts';
import { formerly, whole } from './testing.ts';
import { type Coverage, doubtsNetwork, verdictOf } from './verdict.ts';
import { hitRegion, hitTone, hitWords } from './words.ts';

const contoso = sampleService({ name: 'contoso', id: '/s/contoso', vnetMode: 'None' });
const fabrikam = sampleService({ name: 'fabrikam', id: '/s/fabrikam', vnetMode: 'None' });
const region = sampleRegion();

function rangeOf(text: string) {
  const range = parseIpRange(text);
  if (!range) throw new Error(`No range: ${text}`);
  return range;
}

function asked(text: string, partial = false): TermAnswer['term'] {
  return { kind: 'range', text, line: 1, range: rangeOf(text), partial };
}

type AddressHit = Extract<FindHit, { kind: 'address' }>;

function placed(text: string, roles: Place['roles'], changed: Partial<Place> = {}): AddressHit {
  const place: Place = { service: contoso, region, roles, from: '', range: rangeOf(text), ...changed };
  return { kind: 'address', place, relation: 'exact' };
}

const former: FormerAddress = {
  ...formerly,
  service: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/gone',
  address: '203.0.113.7',
};
const was: FindHit = {
  kind: 'former',
  former,
  service: null,
  range: rangeOf('203.0.113.7'),
  relation: 'exact',
};
const shared: FindHit = {
  kind: 'shared',
  tag: 'AzureCloud.westeurope',
  region,
  services: [contoso, fabrikam],
};
const nobody: TermAnswer = { term: asked('203.0.113.7'), hits: [], beyond: null };

const say = (answer: Partial<TermAnswer>, coverage: Partial<Coverage> = {}) =>
  verdictOf({ ...nobody, ...answer }, { ...whole, ...coverage });
const title = (hits: readonly FindHit[], term = nobody.term) => say({ hits, term }).title;

describe('whose an address is', () => {
  it.each<[string, FindHit, string]>([
    ['the only role', placed('203.0.113.7', ['public-ip']), '203.0.113.7 is the public IP of contoso in'],
    [
      'reported alone',
      placed('203.0.113.7', ['reported']),
      'Azure reports 203.0.113.7 for contoso in West Europe, where it is not dedicated.',
    ],
    [
      'in a subnet',
      placed('203.0.113.0/24', ['subnet-range']),
      '203.0.113.7 lies in the subnet range 203.0.113.0/24 of contoso',
    ],
    [
      'without a region',
      placed('203.0.113.7', ['precreated-ip'], { region: null }),
      '203.0.113.7 is the public IP to come of contoso.',
    ],
  ])('%s', (_what, hit, expected) => expect(title([hit])).toContain(expected));

  it('tells a range that holds it from one that it holds', () => {
    const holds = placed('203.0.113.0/30', ['outbound-ip']);
    expect(title([{ ...holds, relation: 'holds' } as FindHit])).toContain(
      'lies in 203.0.113.0/30, the outbound IP',
    );
    expect(title([{ ...holds, relation: 'lies-in' } as FindHit])).toContain(
      'holds 203.0.113.0/30, the outbound',
    );
  });

  it('names the services that have it at once', () => {
    const other = placed('203.0.113.7', ['public-ip'], { service: fabrikam });
    expect(title([placed('203.0.113.7', ['public-ip']), other])).toBe(
      '203.0.113.7 is an address of 2 services: their networks overlap.',
    );
    expect(title([placed('203.0.113.7', ['public-ip']), placed('203.0.113.7', ['outbound-ip'])])).toBe(
      '203.0.113.7 is an address of contoso.',
    );
  });

  it('weakens a merely reported address by what could not be read', () => {
    const inside = say(
      { term: asked('10.0.0.5'), hits: [placed('10.0.0.5', ['reported'])] },
      {
        network: { pending: true, unread: 0 },
      },
    );
    expect(inside.details).toEqual(['Subnet ranges are being read.']);
  });

  it.each<[FindHit, string]>([
    [
      { kind: 'host', service: contoso, host: 'api.contoso.com', type: 'Proxy', exact: true },
      'api.contoso.com is the gateway host name of contoso.',
    ],
    [
      { kind: 'host', service: contoso, host: 'x.contoso.com', type: 'Odd', exact: true },
      'x.contoso.com is the host name (Odd) of contoso.',
    ],
    [
      { kind: 'resource', service: contoso, region, what: 'stands in the subnet' },
      'contoso stands in the subnet.',
    ],
    [{ kind: 'service', service: contoso, match: 'name' }, 'contoso is one of your services.'],
  ])('a name', (hit, expected) =>
    expect(title([hit], { kind: 'name', text: 'contoso', line: 1, name: 'contoso' })).toBe(expected),
  );

  it('counts the services that a name fits', () =>
    expect(
      title(
        [
          { kind: 'service', service: contoso, match: 'part' },
          { kind: 'service', service: fabrikam, match: 'part' },
        ],
        { kind: 'name', text: 'o', line: 1, name: 'o' },
      ),
    ).toBe('o fits 2 services.'));
});

describe('whose an address was or may be', () => {
  it('a former one is dated, and named by its id where the service is gone', () => {
    const { title: said, details, tone } = say({ hits: [was] });
    expect(said).toBe('203.0.113.7 was the public IP of gone in West Europe, until 9 Apr 2026.');
    expect(details).toEqual(['No service that you may read is known to have it now.']);
    expect(tone).toBe('was');
    expect(title([{ ...was, service: contoso }])).toContain('public IP of contoso');
  });

  it('a former one goes before the range that holds it, without the doubt of subnets that were not read', () => {
    const beyond = { space: 'inside', tags: [] } as const;
    const term = asked('10.20.1.9');
    const subnet: FindHit = { ...placed('10.20.1.0/27', ['subnet-range']), relation: 'holds' };
    const coverage = { missing: 1, network: { pending: false, unread: 4 } };
    expect(say({ hits: [was, subnet], term, beyond }, coverage)).toEqual({
      title: '10.20.1.9 was the public IP of gone in West Europe, until 9 Apr 2026.',
      details: [
        'No service that you may read is known to have it now.',
        'It lies in the subnet range 10.20.1.0/27 of contoso in West Europe.',
        'It is an address of a private network, not of the internet.',
        '1 subscription could not be read: it may be there.',
      ],
      tone: 'was',
    });
    expect(say({ hits: [was, subnet, subnet], term, beyond }).details[1]).toBe(
      'It lies in 2 ranges of contoso.',
    );
    expect(say({ hits: [was], term, beyond }, coverage).details.at(-1)).toBe(
      '4 subnets or private endpoints could not be read: it may be there.',
    );
  });

  it('a shared one counts who could have it', () =>
    expect(say({ hits: [shared] })).toMatchObject({
      title: '203.0.113.7 is nobody’s own here; it could be 2 services on shared addresses.',
      tone: 'may',
    }));

  it('says that reading goes on', () =>
    expect(say({ hits: [was] }, { underWay: true }).details).toEqual(['The services are still being read.']));
});

describe('what was not found', () => {
  it('is no answer while the services are read', () =>
    expect(say({}, { underWay: true }).tone).toBe('reading'));

  it.each<[string, Partial<Coverage>, string]>([
    ['missing', { missing: 1 }, '1 subscription could not be read: it may be there.'],
    ['incomplete', { incomplete: true }, 'Not all services could be read: it may be among the others.'],
  ])('is weaker with something %s', (_what, coverage, expected) => {
    const { title: said, details } = say({}, coverage);
    expect(said).toBe('203.0.113.7 was not found in what could be read.');
    expect(details).toEqual([expected]);
  });

  it('of a private network is weaker with subnets that were not read', () => {
    const beyond = { space: 'inside', tags: [] } as const;
    const network = { pending: false, unread: 2 };
    expect(say({ term: asked('10.9.9.9'), beyond }, { network }).details).toEqual([
      '2 subnets or private endpoints could not be read: it may be there.',
      'It is an address of a private network, not of the internet.',
    ]);
  });

  it('is otherwise not one of yours', () => expect(say({}).title).toBe('203.0.113.7 is not one of yours.'));

  it.each<[TermAnswer['term'], string]>([
    [
      { kind: 'name', text: 'abc', line: 1, name: 'abc' },
      'No service that you may read has a name like abc.',
    ],
    [
      { kind: 'host', text: 'x.contoso.com', line: 1, host: 'x.contoso.com' },
      'has the host name x.contoso.com.',
    ],
    [{ kind: 'subscription', text: 's1', line: 1, id: 's1' }, 'has the subscription s1.'],
    [{ kind: 'arm-id', text: '/s/x', line: 1, id: '/s/x' }, 'has the id /s/x.'],
  ])('%j', (term, expected) => expect(say({ term }).title).toContain(expected));

  it('of a default name tells which service it would be', () =>
    expect(
      say({ term: { kind: 'host', text: 'abc.azure-api.net', line: 1, host: 'abc.azure-api.net' } })
        .details[0],
    ).toBe('It is a default name of a service called abc.'));

  const tagged = (tags: readonly TagAnswer[], coverage: Partial<Coverage> = {}) =>
    say({ beyond: { space: 'public', tags } }, coverage).details;
  const europe = { tag: 'AzureCloud.westeurope', region: 'westeurope' };

  it('says what the service tags tell', () => {
    expect(tagged([])).toEqual(['Service tags were not looked up.']);
    expect(tagged([{ ...europe, state: 'inside' }], { tagsPending: true })).toEqual([
      'The service tags of your regions are being looked up.',
    ]);
    expect(tagged([{ ...europe, state: 'inside' }])).toEqual([
      'It lies in AzureCloud.westeurope, the public ranges of Azure in West Europe.',
      'Other service tags were not looked up.',
    ]);
    expect(tagged([{ tag: 'ApiManagement', region: undefined, state: 'partly' }])[0]).toBe(
      'It lies partly in ApiManagement, the addresses from which Azure manages API Management services.',
    );
    expect(
      tagged([
        { ...europe, state: 'outside' },
        { ...europe, state: 'not-looked-up' },
      ]),
    ).toEqual([
      'It lies in none of the 1 service tag of Azure that were looked up.',
      '1 service tag of your regions and all others were not looked up.',
    ]);
  });
});

describe('the words of a hit', () => {
  it('say what an address is for', () => {
    const internal = sampleService({ name: 'contoso', vnetMode: 'Internal' });
    expect(hitWords(placed('203.0.113.7', ['public-ip'], { service: internal })).note).toBe(
      'For management alone, not for clients.',
    );
    expect(
      hitWords(placed('203.0.113.7', ['public-ip', 'outbound-ip'], { service: internal })),
    ).toMatchObject({
      role: 'Public IP and outbound IP',
      note: expect.stringContaining('internet back ends see it'),
    });
    expect(hitWords(placed('10.0.0.5', ['private-endpoint'], { from: 'pe-1' })).note).toBe('Endpoint pe-1.');
    const off = sampleRegion({ gatewayDisabled: true });
    expect(hitWords(placed('203.0.113.7', ['outbound-ip'], { region: off })).note).toBe(
      'The gateway of this region is off.',
    );
    const unheard = sampleService({ name: 'contoso', tier: 'Ultra' });
    expect(hitWords(placed('203.0.113.7', ['reported'], { service: unheard })).note).toBe(
      'Microsoft does not document the addresses of this tier and VNet mode.',
    );
    expect(hitWords(placed('203.0.113.7', [])).role).toBe('Reported, not dedicated');
  });

  it('say what was, what may be and what is named', () => {
    expect(hitWords(was)).toMatchObject({
      role: 'Former public IP, until 9 Apr 2026',
      note: 'Zones changed; 9 Jan 2025 to 9 Apr 2026',
    });
    expect(hitWords(shared).role).toBe('Could be, shared');
    expect(hitWords({ kind: 'resource', service: contoso, region, what: 'stands here' }).role).toBe(
      'Stands here',
    );
    expect(
      hitWords({ kind: 'host', service: contoso, host: 'a', type: 'default', exact: true }).note,
    ).toContain('Azure does not list it');
  });

  it('tell how sure it is, and where', () => {
    expect(
      [was, shared, placed('203.0.113.7', ['reported']), placed('203.0.113.7', ['public-ip'])].map(hitTone),
    ).toEqual(['was', 'may', 'may', 'is']);
    expect([was, shared, placed('203.0.113.7', ['public-ip'])].map(hitRegion)).toEqual([
      'West Europe',
      'West Europe',
      'West Europe',
    ]);
    expect(hitRegion({ kind: 'service', service: contoso, match: 'id' })).toBe('');
    expect(hitRegion(placed('203.0.113.7', ['public-ip'], { region: null }))).toBe('');
  });
});

describe('an answer as text for a ticket', () => {
  const text = (hits: readonly FindHit[]) => answerText({ ...nobody, hits }, say({ hits }));

  it('names role, address, service, region, tier, mode and id', () =>
    expect(text([placed('203.0.113.7', ['public-ip'])]).split('\n')[1]).toBe(
      `- Public IP: 203.0.113.7; contoso; West Europe; Premium, VNet mode None; ${contoso.id}`,
    ));

  it('names the id of a service that is gone, and every service of a shared address', () => {
    expect(text([was])).toContain(former.service);
    expect(text([shared])).toMatch(/; contoso; fabrikam$/m);
  });

  it.each([
    [20, []],
    [21, ['- and 1 more']],
    [23, ['- and 3 more']],
  ])('lists twenty of %i and counts the rest', (length, more) => {
    const hits = Array.from({ length }, () => placed('203.0.113.7', ['public-ip']));
    const lines = text(hits).split('\n');
    const last = lines.findLastIndex(line => line.startsWith('- Public IP'));
    expect(lines.filter(line => line.startsWith('- Public IP'))).toHaveLength(20);
    expect(lines.slice(last + 1)).toEqual(more);
  });
});

describe('subnets and private endpoints that could not be read', () => {
  const beyond = { space: 'inside', tags: [] } as const;
  const verdict = (unread: number) =>
    say({ term: asked('10.9.9.9'), beyond }, { missing: 1, network: { pending: false, unread } });

  it.each([
    ['are worth a look where the sentence tells of them', verdict(2), 2, true],
    ['are none where there are none', verdict(0), 0, false],
    ['are not what a sentence about something else tells of', say({}, { missing: 1 }), 2, false],
  ])('%s', (_, told, unread, expected) => expect(doubtsNetwork(told, unread)).toBe(expected));
});
