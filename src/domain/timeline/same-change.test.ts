import { describe, expect, it } from 'vitest';
import type { Difference } from './difference.ts';
import { isPartOf, netDifferences, unite } from './same-change.ts';

const addresses = (
  before: readonly string[] | null | undefined,
  after: readonly string[] | null | undefined,
  region = 'westeurope',
): Difference => ({
  region,
  field: 'publicIPAddresses',
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
const tier = (before: string, after: string): Difference => ({ field: 'tier', before, after });

describe('isPartOf', () => {
  const seen = addresses(['a'], ['b', 'c']);
  it.each<[string, Difference, boolean]>([
    ['the same', seen, true],
    ['the first step', addresses(['a'], ['x']), true],
    ['the last step', addresses(['x'], ['b', 'c']), true],
    ['some members of the list', addresses(['x'], ['b']), true],
    ['one member of the list and one that is not in it', addresses(['x'], ['b', 'd']), false],
    ['a text for the list', { ...seen, before: 'x', after: 'b' }, false],
    ['another change', addresses(['x'], ['y']), false],
    ['a list that is none any more', addresses(['x'], null), false],
    ['another region', addresses(['a'], ['b', 'c'], 'eastus'), false],
    ['a region that could not be told', addresses(['a'], ['b', 'c'], 'additionalLocations[0]'), true],
    ['the primary region by that word', addresses(['a'], ['b', 'c'], 'primary'), true],
    ['another field', { ...seen, field: 'privateIPAddresses' }, false],
  ])('%s', (_what, told, expected) => expect(isPartOf(told, seen)).toBe(expected));

  it('compares single values as the timeline does', () => {
    expect(isPartOf(tier('Basic', 'PREMIUM'), tier('Developer', 'Premium'))).toBe(true);
    expect(isPartOf(tier('Basic', 'Standard'), tier('Developer', 'Premium'))).toBe(false);
  });

  it('takes what one side does not know for no contradiction', () =>
    expect(isPartOf(addresses(['x'], undefined), seen)).toBe(true));
});

describe('netDifferences', () => {
  it('leaves differences of different places alone', () => {
    const all = [tier('Basic', 'Premium'), addresses(['a'], ['b'])];
    expect(netDifferences(all)).toBe(all);
  });

  it('takes the first before and the last after', () =>
    expect(netDifferences([addresses(['a'], ['b']), addresses(['b'], ['c'])])).toEqual([
      addresses(['a'], ['c']),
    ]));

  it('keeps what is not known of one side for a change', () => {
    const unknownStart = [addresses(undefined, ['b']), addresses(['b'], ['c'])];
    expect(netDifferences(unknownStart)).toEqual([addresses(undefined, ['c'])]);
    expect(netDifferences([...unknownStart, tier('Basic', 'Premium')])).toEqual([
      addresses(undefined, ['c']),
      tier('Basic', 'Premium'),
    ]);
  });

  it('does not know the end where the last step does not tell it', () =>
    expect(netDifferences([addresses(['a'], ['b']), addresses(['b'], undefined)])).toEqual([
      addresses(['a'], undefined),
    ]));

  it('leaves out what ended as it began, if anything else is left', () => {
    const backAndForth = [addresses(['a'], ['b']), addresses(['b'], ['a'])];
    expect(netDifferences([...backAndForth, tier('Basic', 'Premium')])).toEqual([tier('Basic', 'Premium')]);
    expect(netDifferences(backAndForth)).toBe(backAndForth);
  });
});

describe('unite', () => {
  it('adds what was told and not seen', () => {
    const seen = [addresses(['a'], ['b'])];
    expect(unite(seen, [addresses(['a'], ['b']), addresses(['x'], ['y']), tier('Basic', 'Premium')])).toEqual(
      [...seen, tier('Basic', 'Premium')],
    );
  });
});
