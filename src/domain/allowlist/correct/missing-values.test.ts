import { describe, expect, it } from 'vitest';
import { parseIpRange } from '../../ranges/ip-range.ts';
import { noAddresses, type RangeSet, rangeSet } from '../../ranges/range-set.ts';
import type { NeedVerdict } from '../judgement.ts';
import type { Need, NeedValue } from '../needs.ts';
import { missingValues } from './missing-values.ts';

const setOf = (...texts: readonly string[]): RangeSet =>
  rangeSet(texts.flatMap(text => parseIpRange(text) ?? []));
const host: NeedValue = { kind: 'host', host: 'contoso.azure-api.net' };
const tag = (set: RangeSet | null): NeedValue => ({ kind: 'tag', name: 'ApiManagement', set });

function verdictOf(value: NeedValue, need: Partial<Need>, parts: Partial<NeedVerdict> = {}): NeedVerdict {
  return {
    need: { value, side: 'source', ports: [], required: true, uses: [], ...need },
    state: 'missing',
    lacking: noAddresses,
    lines: [],
    byWider: false,
    refusedBy: null,
    ...parts,
  };
}

describe('what is missing', () => {
  it.each<[string, NeedVerdict, string]>([
    [
      'a host name',
      verdictOf(host, {}),
      'contoso.azure-api.net is a host name: a list of addresses cannot hold it.',
    ],
    [
      'a service tag on certain ports',
      verdictOf(tag(setOf('203.0.113.0/24')), { ports: [443, 3443] }),
      'Add a rule for the service tag ApiManagement on port 443, 3443.',
    ],
    [
      'a service tag that was not looked up',
      verdictOf(tag(null), {}),
      'Add the service tag ApiManagement, or its ranges, which were not looked up here.',
    ],
  ])('is said where it can only be done by hand: %s', (_, verdict, sentence) =>
    expect(missingValues([verdict])).toEqual({ values: [], byHand: [sentence] }),
  );

  it('is what a range or a tag that was looked up lacks, in CIDRs', () => {
    const range = parseIpRange('203.0.113.7-203.0.113.9');
    if (!range) throw new Error('no range');
    const wanted = [
      verdictOf(
        { kind: 'range', range },
        { ports: [443] },
        { state: 'partly', lacking: setOf('203.0.113.8/31') },
      ),
      verdictOf(tag(setOf('198.51.100.0/24')), {}, { lacking: setOf('198.51.100.0/24', '192.0.2.1') }),
    ];
    expect(missingValues(wanted)).toEqual({
      values: [
        { verdict: wanted[0], cidrs: ['203.0.113.8/31'] },
        { verdict: wanted[1], cidrs: ['192.0.2.1/32', '198.51.100.0/24'] },
      ],
      byHand: [],
    });
  });

  it('is nothing of what is there or need not be', () =>
    expect(
      missingValues([verdictOf(host, {}, { state: 'covered' }), verdictOf(host, { required: false })]),
    ).toEqual({ values: [], byHand: [] }));
});
