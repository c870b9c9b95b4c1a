import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, defaultColumns, fixedColumns, inTableOrder, readColumn } from '../fleet/columns.ts';
import { noFilter } from '../fleet/fleet-filter.ts';
import { defaultSort, readSort } from '../fleet/sort-rows.ts';
import { decodeFleetUrl, encodeFleetUrl, type FleetUrl } from './fleet-url.ts';

const defaults: FleetUrl = { ...noFilter, sub: [], sort: defaultSort, cols: defaultColumns };
const text = fc.string({ unit: 'binary' });

/** Several texts, each once without case, as the codec itself keeps them. */
function distinct(values: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> {
  return fc.uniqueArray(values, { maxLength: 4, selector: value => value.toLowerCase() });
}

const tagText = fc.tuple(text, text).map(([key, value]) => `k${key}:${value}`);
const column: fc.Arbitrary<Column> = fc.oneof(
  fc.constantFrom(...fixedColumns),
  text.map((name): Column => `tag:t${name}`),
);
const state: fc.Arbitrary<FleetUrl> = fc.record({
  q: text,
  sub: distinct(fc.uuid()),
  tier: distinct(text.filter(value => value !== '')),
  vnet: fc.subarray(['None', 'External', 'Internal']),
  region: distinct(fc.constantFrom('westeurope', 'eastus2', 'uksouth', 'mars')),
  status: distinct(text.filter(value => value !== '')),
  tag: distinct(tagText),
  risk: fc.boolean(),
  changed: fc.option(fc.constantFrom('14d', '3d', '2026-11-01', '2026-11-01T10:00:00Z')),
  sort: fc.tuple(fc.boolean(), fc.oneof(fc.constant('name' as const), column)).map(([descending, by]) => ({
    by,
    descending,
  })),
  cols: distinct(column).map(list => inTableOrder(list.flatMap(one => readColumn(one) ?? []))),
});

describe('a link to the fleet', () => {
  it('survives 10,000 random states, with what belongs to others', () => {
    const rest = fc.array(
      fc.tuple(
        text.map(key => `x${key}`),
        text,
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(state, rest, (wanted, others) => {
        const decoded = decodeFleetUrl(encodeFleetUrl(wanted, others));
        expect(decoded).toEqual({ state: wanted, rest: others, problems: [] });
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws, and what it made of a hostile text is stable', () => {
    const keys = ['q', 'sub', 'tier', 'vnet', 'region', 'status', 'tag', 'risk', 'changed', 'sort', 'cols'];
    const hostile = fc
      .array(fc.tuple(fc.constantFrom(...keys), text))
      .map(entries => entries.map(([key, value]) => `${key}=${value}`).join('&'));
    fc.assert(
      fc.property(fc.oneof(text, hostile), search => {
        const { state: read, rest } = decodeFleetUrl(search);
        expect(decodeFleetUrl(encodeFleetUrl(read, rest)).state).toEqual(read);
      }),
      { numRuns: 4_000 },
    );
  });

  it('leaves every default out', () => {
    expect(encodeFleetUrl(defaults, [])).toBe('');
    expect(decodeFleetUrl('').state).toEqual(defaults);
  });

  it.each([
    ['?q=10.10', { q: '10.10' }],
    ['?vnet=internal&vnet=EXTERNAL', { vnet: ['Internal', 'External'] }],
    ['?region=West%20Europe', { region: ['westeurope'] }],
    ['?tier=Premium&tier=premium', { tier: ['Premium'] }],
    ['?tag=env:prod&tag=a:b:c', { tag: ['env:prod', 'a:b:c'] }],
    ['?risk=1&changed=14D', { risk: true, changed: '14d' }],
    ['?sort=-change', { sort: readSort('-change') }],
    ['?cols=status&cols=tag:Env&cols=tier', { cols: ['tier', 'status', 'tag:Env'] }],
    ['?cols=none', { cols: [] }],
  ])('%s reads as %j', (search, part) => {
    expect(decodeFleetUrl(search)).toEqual({ state: { ...defaults, ...part }, rest: [], problems: [] });
  });

  it.each([
    ['?sub=contoso', 'sub'],
    ['?vnet=hybrid', 'vnet'],
    ['?tag=env', 'tag'],
    ['?tag=:x', 'tag'],
    ['?risk=maybe', 'risk'],
    ['?changed=soon', 'changed'],
    ['?changed=2026-02-30', 'changed'],
    ['?sort=size', 'sort'],
    ['?sort=name&sort=tier', 'sort'],
    ['?cols=size', 'cols'],
    ['?q=a&q=b', 'q'],
  ])('%s is named as a problem', (search, key) => {
    const { problems } = decodeFleetUrl(search);
    expect(problems.map(problem => problem.key)).toEqual([key]);
  });
});

describe('a value that a link to the fleet cannot mean', () => {
  it.each([
    ['risk=1x', 'is not 1'],
    ['risk=x1', 'is not 1'],
    ['vnet=Sideways', 'is none of None, External, Internal'],
    ['changed=x14d', 'is neither a number of days such as 14d nor an ISO date'],
    ['changed=14days', 'is neither a number of days such as 14d nor an ISO date'],
    ['sort=sideways', 'is no column to sort by'],
    ['sort=tier&sort=name', 'stands beside another value, of which the first counts'],
    ['sub=contoso', 'is no subscription GUID'],
    ['tag=prod', 'is not written as key:value'],
    ['cols=sideways', 'is no column'],
    ['cols=none&cols=tier', 'is no column'],
  ])('%s is told in words', (search, reason) =>
    expect(decodeFleetUrl(search).problems.map(problem => problem.reason)).toEqual([reason]),
  );

  it('leaves the switch off', () => {
    expect(decodeFleetUrl('risk=1x').state.risk).toBe(false);
    expect(decodeFleetUrl('risk=x1').state.risk).toBe(false);
  });

  it('of several takes the first', () =>
    expect(decodeFleetUrl('sort=tier&sort=name').state.sort.by).toBe('tier'));
});
