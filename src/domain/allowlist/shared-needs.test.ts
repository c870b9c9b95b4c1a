import { describe, expect, it } from 'vitest';
import { loadedTag } from '../find/sources.ts';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { answerOf } from './answer.ts';
import { correct } from './correct/correct.ts';
import { correctedValues, plainList } from './correct/corrected-values.ts';
import { noTicks } from './correct/taken-out.ts';
import { resultCsv } from './export.ts';
import { needText, placeOfNeed } from './need-words.ts';
import { type Case, judged, testService } from './testing.ts';

const events = testService(
  'events',
  [{ publicIPAddresses: [], name: 'northeurope', displayName: 'North Europe' }],
  { tier: 'Consumption' },
);
const tag = {
  name: 'AzureCloud.northeurope',
  changeNumber: '7',
  prefixes: ['192.0.2.0/25', '2001:db8::/64'],
};
const read = sampleNetwork({ serviceTags: [tag] });
const shared = (given: Partial<Case>) => judged({ text: '', chosen: [events], ...given });
const states = (given: Partial<Case>) =>
  shared(given).needs.map(({ need, state }) => `${needText(need.value)} ${state}`);

describe('a service that calls from the ranges of a tag', () => {
  it.each([
    ['nothing of them', '203.0.113.7', 'missing'],
    ['a part of them', '192.0.2.0/26', 'partly'],
    ['one family of them', '192.0.2.0/24', 'partly'],
    ['all of them', '192.0.2.0/24\n2001:db8::/48', 'covered'],
    ['its name', 'AzureCloud.northeurope', 'covered'],
    ['the tag of all regions', 'AzureCloud', 'covered'],
  ])('needs what was read of it: the list has %s', (_, text, state) =>
    expect(states({ text, network: read })).toEqual([`AzureCloud.northeurope ${state}`]),
  );

  it('needs it by name alone where its ranges were not read', () => {
    expect(states({ text: '192.0.2.0/24' })).toEqual(['AzureCloud.northeurope missing']);
    expect(states({ text: 'AzureCloud.northeurope' })).toEqual(['AzureCloud.northeurope covered']);
  });

  it('is told what an entry has of them', () => {
    const [part, wide] = shared({ text: '192.0.2.0/26\n192.0.2.0/24', network: read }).entries;
    expect([part?.class, part?.detail]).toEqual(['covered', 'North Europe, shared ranges of the region']);
    expect([wide?.class, wide?.detail]).toEqual(['wider', 'covers 1 that you need, 128 others']);
  });

  it('gets the ranges that are missing, and is told by name what was not read', () => {
    const corrected = (given: Partial<Case>) => correct(shared(given), noTicks, new Map());
    expect(corrected({ text: '192.0.2.0/26\n', network: read }).added).toEqual([
      '192.0.2.64/26',
      '2001:db8::/64',
    ]);
    expect(corrected({ text: '203.0.113.7\n' })).toMatchObject({
      added: [],
      byHand: ['Add the service tag AzureCloud.northeurope, or its ranges, which were not looked up here.'],
    });
  });

  it('and one that calls from the same have one need, with both names', () => {
    const orders = testService('orders', events.regions, { tier: 'Consumption' });
    const { needs, entries } = shared({ chosen: [events, orders], text: '192.0.2.0/26', network: read });
    expect(needs.map(({ need }) => placeOfNeed(need, true))).toEqual([
      'events, North Europe, shared ranges of the region and 1 more',
    ]);
    expect(entries.map(({ note }) => note)).toEqual(['events, orders']);
  });
});

describe('needs that are no addresses', () => {
  const clients = { purposes: ['clients'] as const };
  const management = testService(
    'internal',
    [{ subnetId: sampleIds.subnet('a'), privateIPAddresses: ['10.0.0.5'] }],
    { tier: 'Premium', vnetMode: 'Internal' },
  );

  it('are told in words: a list of addresses cannot hold them', () => {
    const of = (given: Partial<Case>) => correct(shared(given), noTicks, new Map()).byHand;
    expect(of({ ...clients, text: '203.0.113.7' })).toEqual([
      'contoso.azure-api.net is a host name: a list of addresses cannot hold it.',
    ]);
    expect(of({ chosen: [management], purposes: ['management'], text: '203.0.113.7' })).toEqual([
      'Add a rule for the service tag ApiManagement on port 3443.',
    ]);
  });

  it('stand in the table by their names', () => {
    expect(resultCsv(shared({ ...clients, text: '' }))).toContain(
      ',contoso.azure-api.net,missing,"events, host name",',
    );
  });

  it('stay in a list of another format as they are written', () => {
    const text = 'contoso.azure-api.net\nAzureCloud.northeurope\nany\n10.0.0.1-10.0.0.3';
    expect(plainList(correctedValues(shared({ ...clients, text }), noTicks, new Map()))).toBe(
      'contoso.azure-api.net\nAzureCloud.northeurope\n0.0.0.0/0\n10.0.0.1-10.0.0.3\n',
    );
  });
});

describe('an entry that nobody needs', () => {
  const small = testService('small', [{ publicIPAddresses: ['203.0.113.7'] }]);
  const tags = new Map([
    ['storage', loadedTag({ name: 'Storage', changeNumber: '1', prefixes: ['198.51.100.0/24'] })],
  ]);
  const inside = testService('inside', [{ subnetId: sampleIds.subnet('a') }], {
    tier: 'Premium',
    vnetMode: 'External',
  });
  const network = sampleNetwork({ subnets: [sampleSubnet('a')] });
  const detail = (given: Partial<Case>) =>
    judged({ text: '', chosen: [small], ...given }).entries.map(
      verdict => `${verdict.class}: ${verdict.detail}`,
    );

  it.each<[string, Partial<Case>, string]>([
    ['a host name', { text: 'www.contoso.com' }, 'unknown: a host name, not needed by these'],
    ['everything', { text: 'any', purposes: ['private-back-ends'] }, 'unknown: every address'],
    [
      'a tag that was not looked up',
      { text: 'Storage' },
      'unknown: a service tag, its ranges were not looked up',
    ],
    [
      'a tag without anything of it',
      { text: 'Storage', tags },
      'unknown: a service tag, holds nothing that you need',
    ],
    [
      'the subnet of a service, where calls come from outside',
      { chosen: [inside], network, text: '10.0.0.0/28' },
      'not-needed: inside the subnet range, never seen from outside',
    ],
    [
      'an address of a service, where clients stand elsewhere',
      { chosen: [inside], network, text: '10.0.0.0/28', purposes: ['management'] },
      'not-needed: inside the subnet range, not for this',
    ],
    [
      'everything, with what is needed',
      { text: '0.0.0.0/0' },
      'wider: covers 1 that you need, and every other',
    ],
    [
      'a range too large to count in digits',
      { text: '2001:db8::/32', chosen: [testService('six', [{ publicIPAddresses: ['2001:db8::7'] }])] },
      'wider: covers 1 that you need, about 10^28 others',
    ],
  ])('is told what it is: %s', (_, given, expected) => expect(detail(given)).toEqual([expected]));
});

describe('a refusal of several ports', () => {
  it('names them', () => {
    const rule = (parts: Record<string, unknown>) => ({
      direction: 'Inbound',
      protocol: 'Tcp',
      destinationPortRange: '443',
      priority: 100,
      ...parts,
    });
    const text = JSON.stringify([
      rule({ access: 'Allow', sourceAddressPrefix: '203.0.113.7' }),
      rule({
        access: 'Deny',
        sourceAddressPrefix: '203.0.113.0/24',
        destinationPortRange: null,
        destinationPortRanges: ['80-90', '443'],
        priority: 90,
      }),
    ]);
    const judgement = judged({
      text,
      chosen: [testService('small', [{ publicIPAddresses: ['203.0.113.7'] }])],
    });
    expect(judgement.entries[1]?.detail).toBe('refuses 203.0.113.7 on ports 80-90, 443');
    expect(answerOf(judgement).tone).toBe('incomplete');
  });
});
