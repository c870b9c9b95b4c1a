import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRange } from '../address.ts';
import { cidrsOf, toCidrs } from './cidrs.ts';
import { addressText, type IpRange, parseIpRange, prefixOf, rangeText, wholeSpace } from './ip-range.ts';
import { rangeIndex } from './range-index.ts';
import {
  allAddresses,
  containsRange,
  countOf,
  intersect,
  isEmpty,
  noAddresses,
  type RangeSet,
  rangeSet,
  rangesOf,
  subtract,
  touchesRange,
  union,
  within,
} from './range-set.ts';
import { spanOf } from './span.ts';

/** Two windows of 64 addresses, at the lower end of IPv4 and the upper end of IPv6: small enough to list every address. */
const size = 64;
const base = { ipv4: 0n, ipv6: wholeSpace('ipv6').end - BigInt(size - 1) };
const range: fc.Arbitrary<IpRange> = fc
  .tuple(fc.constantFrom('ipv4' as const, 'ipv6' as const), fc.nat(size - 1), fc.nat(size - 1))
  .map(([family, a, b]) => ({
    family,
    start: base[family] + BigInt(Math.min(a, b)),
    end: base[family] + BigInt(Math.max(a, b)),
  }));
const ranges = fc.array(range, { maxLength: 12 });

/** The slow obvious model: every address as a text in a set. */
function listed(items: Iterable<IpRange>): Set<string> {
  const found = new Set<string>();
  for (const { family, start, end } of items)
    for (let at = start; at <= end; at++) found.add(`${family} ${at}`);
  return found;
}
const model = (set: RangeSet) => listed(rangesOf(set));

function expectCanonical(set: RangeSet): void {
  for (const spans of [set.ipv4, set.ipv6])
    for (const [at, span] of spans.entries()) {
      const next = spans[at + 1];
      expect(span.start <= span.end).toBe(true);
      if (next) expect(next.start > span.end + 1n).toBe(true);
    }
}

describe('sets of addresses', () => {
  it('agree with a list of every address', () => {
    fc.assert(
      fc.property(ranges, ranges, range, (a, b, one) => {
        const [x, y] = [rangeSet(a), rangeSet(b)];
        const [left, right] = [listed(a), listed(b)];
        const cases: readonly (readonly [RangeSet, Set<string>])[] = [
          [x, left],
          [union(x, y), new Set([...left, ...right])],
          [intersect(x, y), new Set([...left].filter(address => right.has(address)))],
          [subtract(x, y), new Set([...left].filter(address => !right.has(address)))],
          [within(x, one), new Set([...listed([one])].filter(address => left.has(address)))],
        ];
        for (const [set, addresses] of cases) {
          expectCanonical(set);
          expect(model(set)).toEqual(addresses);
          expect(countOf(set)).toBe(BigInt(addresses.size));
          expect(isEmpty(set)).toBe(addresses.size === 0);
        }
        const asked = [...listed([one])];
        expect(containsRange(x, one)).toBe(asked.every(address => left.has(address)));
        expect(touchesRange(x, one)).toBe(asked.some(address => left.has(address)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('become CIDRs that hold exactly the same addresses, and no fewer would do', () => {
    fc.assert(
      fc.property(ranges, items => {
        const set = rangeSet(items);
        const cidrs = toCidrs(set).map(text => {
          const parsed = parseIpRange(text);
          if (!parsed) throw new Error(text);
          return parsed;
        });
        expect(listed(cidrs)).toEqual(model(set));
        expect(cidrs).toHaveLength(fewestCidrs(set));
      }),
      { numRuns: 500 },
    );
  });

  it('hold whole families', () => {
    expect(countOf(allAddresses)).toBe(2n ** 32n + 2n ** 128n);
    expect(toCidrs(allAddresses)).toEqual(['0.0.0.0/0', '::/0']);
    expect(toCidrs(subtract(allAddresses, allAddresses))).toEqual([]);
    expect(isEmpty(noAddresses)).toBe(true);
  });
});

/** The fewest aligned blocks by halving: a block counts as one where all of it is in the set, else its halves count. */
function fewestCidrs(set: RangeSet): number {
  const count = (block: IpRange): number => {
    if (!touchesRange(set, block)) return 0;
    if (containsRange(set, block)) return 1;
    const half = (block.end - block.start + 1n) / 2n;
    return count({ ...block, end: block.start + half - 1n }) + count({ ...block, start: block.start + half });
  };
  return count(wholeSpace('ipv4')) + count(wholeSpace('ipv6'));
}

describe('an index of ranges', () => {
  it('finds what a look at every item would find', () => {
    fc.assert(
      fc.property(ranges, range, (items, asked) => {
        const index = rangeIndex(items.map((item, at) => [item, at] as const));
        const found = index.meeting(asked).map(item => item.value);
        const expected = items.flatMap((item, at) =>
          item.family === asked.family && item.start <= asked.end && item.end >= asked.start ? [at] : [],
        );
        expect([...found].sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives what it finds by the first address, and everything with IPv4 first', () => {
    const texts = ['::1', '10.0.0.9', '10.0.0.0/28', '10.0.0.4-10.0.0.9'];
    const items = texts.flatMap(text => {
      const one = parseIpRange(text);
      return one ? [[one, text] as const] : [];
    });
    const index = rangeIndex(items);
    const asked = parseIpRange('10.0.0.9');
    expect(asked && index.meeting(asked).map(({ value }) => value)).toEqual([
      '10.0.0.0/28',
      '10.0.0.4-10.0.0.9',
      '10.0.0.9',
    ]);
    expect(index.all().map(one => [one.value, rangeText(one)])).toEqual(
      ['10.0.0.0/28', '10.0.0.4-10.0.0.9', '10.0.0.9', '::1'].map(text => [text, text]),
    );
  });
});

describe('texts of addresses and ranges', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7/32', '203.0.113.7'],
    ['203.0.113.7/24', '203.0.113.0/24'],
    ['203.0.113.7 - 203.0.113.9', '203.0.113.7-203.0.113.9'],
    ['203.0.113.0-203.0.113.255', '203.0.113.0/24'],
    ['2001:DB8::/64', '2001:db8::/64'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['2001:db8::1-2001:db8::2', '2001:db8::1-2001:db8::2'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255', '255.255.255.255'],
    ['203.0.113.7-203.0.113.7', '203.0.113.7'],
    ['::ffff:0.0.0.0/96', '0.0.0.0/0'],
    ['::fffe:ffff:ffff', '::fffe:ffff:ffff'],
    ['::1:0:0:0', '::1:0:0:0'],
  ])('%s is %s', (text, expected) => {
    const parsed = parseIpRange(text);
    expect(parsed && rangeText(parsed)).toBe(expected);
  });

  it.each([
    '',
    '-',
    '203.0.113.999',
    '203.0.113',
    '203.0.113.9-203.0.113.7',
    '203.0.113.7-2001:db8::1',
    '203.0.113.7/33',
    '203.0.113.0/24-203.0.114.0/24',
    '1.2.3.4-1.2.3.5-1.2.3.6',
    '010.0.0.1',
  ])('%j is neither', text => expect(parseIpRange(text)).toBeUndefined());

  it('come back as the range that they were made from', () => {
    fc.assert(
      fc.property(range, one => {
        expect(parseIpRange(rangeText(one))).toEqual(one);
        expect(cidrsOf(one).length === 1).toBe(prefixOf(one) !== undefined);
      }),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), address => {
        const text = addressText('ipv6', address);
        // An IPv4 address in IPv6 clothes is the IPv4 address.
        const [family, value] =
          address >> 32n === 0xffffn
            ? (['ipv4', address & 0xffff_ffffn] as const)
            : (['ipv6', address] as const);
        expect(parseIpRange(text)).toEqual({ family, start: value, end: value });
      }),
    );
  });

  it('are read as the strict reader of single texts reads them', () => {
    const part = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '00', '01', '256', 'x', ' 1'));
    const text = fc
      .tuple(fc.array(part, { minLength: 3, maxLength: 5 }), fc.option(part))
      .map(([parts, prefix]) => `${parts.join('.')}${prefix === null ? '' : `/${prefix}`}`);
    fc.assert(
      fc.property(text, one => {
        const strict = parseRange(one);
        expect(parseIpRange(one)).toEqual(strict && { family: strict.family, ...spanOf(strict.cidr) });
      }),
      { numRuns: 5_000 },
    );
  });

  it('never throw on any text', () => {
    fc.assert(fc.property(fc.string(), text => parseIpRange(text) === undefined || true));
  });
});
