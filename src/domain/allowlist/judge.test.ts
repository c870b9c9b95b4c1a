import { describe, expect, it } from 'vitest';
import { loadedTag } from '../find/sources.ts';
import type { FormerAddress } from '../former-address.ts';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { answerOf } from './answer.ts';
import type { Judgement } from './judgement.ts';
import { needText, placeOfNeed } from './need-words.ts';
import { type Case, judged, testService } from './testing.ts';

const api = testService(
  'contoso-api-prod',
  [
    { name: 'westeurope', displayName: 'West Europe', publicIPAddresses: ['203.0.113.18'] },
    { name: 'northeurope', displayName: 'North Europe', publicIPAddresses: ['203.0.113.74'], primary: false },
    {
      name: 'eastus',
      displayName: 'East US',
      publicIPAddresses: ['203.0.113.90'],
      outboundPublicIPAddresses: ['192.0.2.40/31'],
      privateIPAddresses: ['10.20.1.5'],
      primary: false,
    },
  ],
  { tier: 'Premium' },
);
const pay = testService('contoso-pay-prod', [
  {
    publicIPAddresses: ['198.51.100.24', '198.51.100.62'],
    name: 'germanywestcentral',
    displayName: 'Germany West Central',
  },
]);
const mobile = testService('contoso-mobile', [{ publicIPAddresses: ['203.0.113.130'] }]);
const former = (
  address: string,
  region: string,
  lastSeen: number,
  goneBy: number | null,
  cause: string | null,
): FormerAddress => ({
  service: api.id,
  region,
  kind: 'publicIPAddresses',
  address,
  from: Date.UTC(2025, 0, 1),
  lastSeen,
  goneBy,
  cause,
});
const pasts = [
  former('203.0.113.7', 'westeurope', Date.UTC(2026, 3, 9), Date.UTC(2026, 3, 9), 'Zones changed'),
  former(
    '203.0.113.61',
    'northeurope',
    Date.UTC(2026, 6, 12),
    Date.UTC(2026, 7, 12),
    'Public IP resource changed',
  ),
];

const lineTexts = ({ list, lines }: Judgement) =>
  list.lines.flatMap((text, at) => {
    const verdict = lines.get(at + 1);
    return verdict ? [`${text.trim()} | ${verdict.class} | ${verdict.detail}`] : [];
  });
const needTexts = ({ needs }: Judgement) =>
  needs.map(({ need, state, lines, byWider }) =>
    [needText(need.value), state, lines.join('+'), byWider && 'by a wider one', placeOfNeed(need, true)]
      .filter(Boolean)
      .join(' | '),
  );

describe('a partner’s list', () => {
  const partner = () =>
    judged({
      text: `# partner firewall, exported 2026-11-20
203.0.113.7/32
203.0.113.74
203.0.113.61
192.0.2.40/31
198.51.100.0/24

10.20.1.5
192.0.2.200
permit tcp host 203.0.113.130 any eq 443
203.0.113.999
192.0.2.41
`,
      chosen: [api, pay],
      others: [mobile],
      former: pasts,
    });

  it('is judged line by line', () => {
    expect(lineTexts(partner())).toEqual([
      '203.0.113.7/32 | stale | West Europe until 9 Apr 2026',
      '203.0.113.74 | covered | North Europe, outbound IP',
      '203.0.113.61 | stale | North Europe, last seen 12 Jul 2026',
      '192.0.2.40/31 | covered | East US, outbound IP',
      '198.51.100.0/24 | wider | covers 2 that you need, 254 others',
      '10.20.1.5 | not-needed | private VIP, never seen from outside',
      '192.0.2.200 | unknown | no service you can read',
      'permit tcp host 203.0.113.130 any eq 443 | not-needed | contoso-mobile, not chosen',
      '203.0.113.999 | no-address | not a valid address',
      '192.0.2.41 | covered | part of 192.0.2.40/31, East US, outbound IP',
    ]);
  });

  it('says why a stale entry went, in Azure’s spelling', () => {
    const stale = partner().entries.filter(({ class: kind }) => kind === 'stale');
    expect(stale.map(({ note }) => note)).toEqual(['zones changed', 'public IP resource changed']);
  });

  it('is judged need by need', () => {
    expect(needTexts(partner())).toEqual([
      '192.0.2.40/31 | covered | 5+12 | contoso-api-prod, East US, outbound IP',
      '198.51.100.24 | covered | 6 | by a wider one | contoso-pay-prod, Germany West Central, outbound IP',
      '198.51.100.62 | covered | 6 | by a wider one | contoso-pay-prod, Germany West Central, outbound IP',
      '203.0.113.18 | missing | contoso-api-prod, West Europe, outbound IP',
      '203.0.113.74 | covered | 3 | contoso-api-prod, North Europe, outbound IP',
    ]);
  });

  it('is answered in a sentence', () => {
    const { title, details, tone, counts } = answerOf(partner());
    expect([title, ...details, tone]).toEqual([
      '1 of 5 needed addresses is missing.',
      'This list refuses calls that leave from West Europe.',
      'Three entries are stale or too wide.',
      'Line 11 could not be read.',
      'missing',
    ]);
    expect([counts.met, counts.metByWider]).toEqual([4, 2]);
  });
});

const small = testService('small', [{ publicIPAddresses: ['203.0.113.7'] }]);
const answer = (given: Partial<Case>) => answerOf(judged({ text: '', chosen: [small], ...given }));
const rule = (parts: Record<string, unknown>) => ({
  access: 'Allow',
  direction: 'Inbound',
  priority: 100,
  protocol: 'Tcp',
  destinationPortRange: '443',
  ...parts,
});
const nsg = (...rules: Record<string, unknown>[]) => JSON.stringify(rules.map(rule), null, 1);

describe('rules that do not allow', () => {
  it.each([
    [
      'a rule that refuses',
      nsg({ sourceAddressPrefix: '203.0.113.7', access: 'Deny', destinationPortRange: '*' }),
      'refuses 203.0.113.7, which you need',
    ],
    [
      'a rule for the other direction',
      nsg({ destinationAddressPrefix: '203.0.113.7', direction: 'Outbound' }),
      'the rule is for the other direction',
    ],
    [
      'a rule for UDP',
      nsg({ sourceAddressPrefix: '203.0.113.7', protocol: 'Udp' }),
      'the rule is for UDP alone',
    ],
    [
      'a disabled rule',
      '[{"ipAddress":"203.0.113.7","action":"Allow","enabled":false}]',
      'the rule is disabled',
    ],
    ['a plain refusal', 'deny ip host 203.0.113.7 any', 'refuses 203.0.113.7, which you need'],
  ])('%s leaves the need missing', (_, text, detail) => {
    const judgement = judged({ text, chosen: [small] });
    expect(judgement.needs.map(({ state }) => state)).toEqual(['missing']);
    expect(judgement.entries.map(verdict => verdict.detail)).toEqual([detail]);
  });

  it.each([
    ['before the one that allows', 90, 'missing'],
    ['behind the one that allows', 200, 'covered'],
  ])('a refusal of everything %s', (_, priority, state) => {
    const text = nsg(
      { sourceAddressPrefix: '203.0.113.7' },
      { sourceAddressPrefix: '*', access: 'Deny', protocol: '*', destinationPortRange: '*', priority },
    );
    expect(judged({ text, chosen: [small] }).needs[0]?.state).toBe(state);
  });

  describe('that close a list or open it', () => {
    const details = (text: string, chosen = [api]) =>
      judged({ text, chosen }).entries.map(one => `${one.class}${one.alarming ? '!' : ''} | ${one.detail}`);

    it('a closing refusal is not at fault for what is missing', () =>
      expect(details('203.0.113.74\n192.0.2.40/31\ndeny all')).toEqual([
        'covered | North Europe, outbound IP',
        'covered | East US, outbound IP',
        'refuses | refuses all the rest',
      ]));

    it('a refusal names what it refuses, not what an earlier line allows', () =>
      expect(details('203.0.113.74\ndeny ip 203.0.113.0 0.0.0.255 any\n192.0.2.40/31')[1]).toBe(
        'refuses! | refuses 203.0.113.18, which you need',
      ));

    it('lines behind a refusal of everything let nothing through', () =>
      expect(details('deny all\n203.0.113.18\n203.0.113.74\n10.0.0.1')).toEqual([
        'refuses! | refuses 203.0.113.18 and 203.0.113.74, before a later line allows it',
        'no-effect | line 1 refuses it first',
        'no-effect | line 1 refuses it first',
        'unknown | no service you can read',
      ]));

    it('a wide entry counts what an earlier refusal leaves of it', () => {
      const [, wide] = judged({
        text: 'deny ip host 203.0.113.18 any\n203.0.113.0/24',
        chosen: [api],
      }).entries;
      expect([wide?.class, wide?.detail, wide?.note]).toEqual([
        'wider',
        'covers 1 that you need, 255 others',
        'needed: 203.0.113.74, line 1 refuses 203.0.113.18 first',
      ]);
    });

    it('of two refusals the first is at fault', () =>
      expect(details('deny ip host 203.0.113.7 any\ndeny ip 203.0.113.0 0.0.0.255 any', [small])).toEqual([
        'refuses! | refuses 203.0.113.7, which you need',
        'refuses | refuses nothing that you need',
      ]));
  });

  it('a refusal of a port that may be the one in use is a doubt', () => {
    const text = nsg(
      { sourceAddressPrefix: '203.0.113.7' },
      { sourceAddressPrefix: '203.0.113.0/24', access: 'Deny', priority: 90 },
    );
    const judgement = judged({ text, chosen: [small] });
    expect(lineTexts(judgement).map(line => line.split(' | ')[2])).toContain(
      'refuses 203.0.113.7 on port 443',
    );
    expect(answerOf(judgement).tone).toBe('incomplete');
  });

  it('a refusal of a tag that was not looked up is a doubt', () => {
    const text = nsg(
      { sourceAddressPrefix: '203.0.113.7' },
      { sourceAddressPrefix: 'AzureCloud', access: 'Deny', priority: 90 },
    );
    expect(answer({ text })).toMatchObject({ title: 'This list cannot be complete.', tone: 'incomplete' });
  });

  it('allow of nginx stands before its deny all', () => {
    expect(answer({ text: 'allow 203.0.113.7;\ndeny all;' }).tone).toBe('covered');
    expect(answer({ text: 'deny all;\nallow 203.0.113.7;' }).tone).toBe('missing');
  });
});

describe('service tags', () => {
  const internal = testService(
    'internal',
    [{ subnetId: sampleIds.subnet('a'), privateIPAddresses: ['10.0.0.5'] }],
    { tier: 'Premium', vnetMode: 'Internal' },
  );
  const management = { chosen: [internal], purposes: ['management', 'load-balancer'] as const };
  const tag = { sourceAddressPrefix: 'ApiManagement', destinationPortRange: '3443' };
  const probe = { sourceAddressPrefix: 'AzureLoadBalancer', destinationPortRange: '*' };
  it.each([
    ['both by name', nsg(tag, probe), 'covered'],
    ['any source', nsg({ sourceAddressPrefix: '*', destinationPortRange: '3000-7000' }), 'covered'],
    ['a wrong port', nsg({ ...tag, destinationPortRange: '443' }, probe), 'missing'],
    [
      'one region of the tag',
      nsg({ ...tag, sourceAddressPrefix: 'ApiManagement.WestEurope' }, probe),
      'missing',
    ],
    [
      'the internet, which probes do not come from',
      nsg({ sourceAddressPrefix: 'Internet', destinationPortRange: '*' }),
      'missing',
    ],
    ['refused first', nsg({ ...tag, access: 'Deny', priority: 90 }, tag, probe), 'missing'],
  ])('%s', (_, text, tone) => expect(answer({ ...management, text }).tone).toBe(tone));

  it('that are refused by name before are not covered', () => {
    const text = nsg({ ...tag, access: 'Deny', priority: 90 }, tag, probe);
    expect(judged({ ...management, text }).entries.map(one => one.class)).toEqual([
      'refuses',
      'no-effect',
      'covered',
    ]);
  });

  it('hold addresses where their ranges were looked up', () => {
    const tags = new Map([
      [
        'azurecloud.westeurope',
        loadedTag({ name: 'AzureCloud.westeurope', changeNumber: '1', prefixes: ['203.0.113.0/24'] }),
      ],
    ]);
    const text = nsg({ sourceAddressPrefix: 'AzureCloud.westeurope' });
    const looked = judged({ text, chosen: [small], tags });
    expect(lineTexts(looked)[0]).toContain('wider | covers 1 that you need, 255 others');
    expect(looked.needs[0]?.state).toBe('covered');
    expect(judged({ text, chosen: [small] }).needs[0]?.state).toBe('missing');
  });

  it('of management are not needed where back ends are called', () => {
    expect(lineTexts(judged({ text: nsg(tag), chosen: [small] }))[0]).toContain(
      'not-needed | manages services, never calls back ends',
    );
  });
});

describe('needs that are not known', () => {
  const events = testService(
    'events',
    [{ publicIPAddresses: [], name: 'northeurope', displayName: 'North Europe' }],
    { tier: 'Consumption' },
  );
  const subnet = sampleIds.subnet('a');
  const external = testService('external', [{ subnetId: subnet }], { tier: 'Premium', vnetMode: 'External' });

  it('on a shared tier leave the list incomplete, whatever it holds', () => {
    const { title, tone } = answer({ chosen: [events], text: 'AzureCloud.northeurope' });
    expect([title, tone]).toEqual(['This list cannot be complete.', 'incomplete']);
  });

  it('of an unreadable subnet leave it incomplete', () => {
    const given = {
      chosen: [small, external],
      purposes: ['private-back-ends', 'internet-back-ends'] as const,
    };
    expect(answer({ ...given, text: '203.0.113.7' })).toMatchObject({
      tone: 'incomplete',
      details: ['It holds the one known to be needed.'],
    });
    expect(answer({ ...given, text: '' }).title).toBe('1 of 1 known needed addresses is missing.');
  });

  it('are none where the subnet was read', () => {
    const network = sampleNetwork({ subnets: [sampleSubnet('a', { addressPrefixes: ['10.0.0.0/27'] })] });
    const given: Case = { chosen: [external], purposes: ['private-back-ends'], network, text: '10.0.0.0/28' };
    expect(needTexts(judged(given))).toEqual([
      '10.0.0.0/27 | partly | 1 | external, West Europe, subnet range',
    ]);
    expect(answer({ ...given, text: '10.0.0.0/28\n10.0.0.16/28' })).toMatchObject({
      tone: 'covered',
      title: 'The one needed range is covered.',
    });
  });

  it('of clients by host name are met by the name', () => {
    const given = { chosen: [events], purposes: ['clients'] as const };
    expect(answer({ ...given, text: '203.0.113.7' }).tone).toBe('missing');
    expect(answer({ ...given, text: 'contoso.azure-api.net' }).tone).toBe('covered');
  });

  it('and nothing needed is said as such', () => {
    expect(answer({ purposes: ['private-back-ends'] }).title).toBe(
      'These services need nothing for this purpose.',
    );
  });
});
