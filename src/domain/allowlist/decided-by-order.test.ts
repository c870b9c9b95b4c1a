import { describe, expect, it } from 'vitest';
import { parseIpRange, rangeText } from '../ranges/ip-range.ts';
import { rangesOf } from '../ranges/range-set.ts';
import { allowedSet, type RuleRange } from './decide.ts';

/** Rules as `10 allow 203.0.113.0/24`: the order, what the rule does, and its addresses. */
function rulesOf(texts: readonly string[], scope = 'a'): readonly RuleRange[] {
  return texts.flatMap(text => {
    const [order, action, address = ''] = text.split(' ');
    const range = parseIpRange(address);
    return range
      ? [
          {
            range,
            action: action === 'deny' ? ('deny' as const) : ('allow' as const),
            scope,
            order: Number(order),
          },
        ]
      : [];
  });
}
const allowed = (rules: readonly RuleRange[]) => rangesOf(allowedSet(rules)).map(rangeText);

describe('the rules of one scope let through', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing without a rule', [], []],
    ['nothing by refusals', ['1 deny 203.0.113.0/24'], []],
    ['what is allowed', ['1 allow 203.0.113.0/25', '2 allow 203.0.113.128/25'], ['203.0.113.0/24']],
    [
      'all but what a lower order refuses',
      ['2 allow 203.0.113.0/24', '1 deny 203.0.113.128/25'],
      ['203.0.113.0/25'],
    ],
    ['all though a higher order refuses', ['1 allow 203.0.113.0/24', '2 deny 0.0.0.0/0'], ['203.0.113.0/24']],
    ['nothing where a refusal has the same order', ['1 allow 203.0.113.7', '1 deny 203.0.113.7'], []],
    [
      'what a refusal of the same order leaves, however they stand',
      ['1 deny 203.0.113.8/29', '1 allow 203.0.113.0/28', '1 allow 203.0.113.4/30'],
      ['203.0.113.0/29'],
    ],
    [
      'an address inside a refusal inside an allowed range',
      ['3 allow 203.0.113.0/24', '2 deny 203.0.113.0/28', '1 allow 203.0.113.7'],
      ['203.0.113.7', '203.0.113.16-203.0.113.255'],
    ],
    [
      'what is left when the rules that decide end one after the other',
      [
        '1 deny 10.0.0.0-10.0.0.1',
        '2 allow 10.0.0.0-10.0.0.3',
        '3 deny 10.0.0.0-10.0.0.5',
        '4 allow 10.0.0.0-10.0.0.7',
        '5 deny 10.0.0.0-10.0.0.9',
        '6 allow 10.0.0.0-10.0.0.11',
        '7 deny 10.0.0.0-10.0.0.13',
      ],
      ['10.0.0.2/31', '10.0.0.6/31', '10.0.0.10/31'],
    ],
    [
      'the same where they begin one after the other too',
      [
        '7 deny 10.0.0.0-10.0.0.13',
        '6 allow 10.0.0.1-10.0.0.12',
        '5 deny 10.0.0.2-10.0.0.11',
        '4 allow 10.0.0.3-10.0.0.10',
        '3 deny 10.0.0.4-10.0.0.9',
        '2 allow 10.0.0.5-10.0.0.8',
        '1 deny 10.0.0.6-10.0.0.7',
      ],
      ['10.0.0.1', '10.0.0.3', '10.0.0.5', '10.0.0.8', '10.0.0.10', '10.0.0.12'],
    ],
    [
      'each family by its own rules',
      ['1 deny 0.0.0.0/0', '2 allow 203.0.113.7', '2 allow 2001:db8::/48', '1 deny 2001:db8::/49'],
      ['2001:db8:0:8000::/49'],
    ],
    [
      'addresses up to the last ones of both families',
      ['1 deny 192.0.2.1', '2 allow 255.255.255.254/31', '2 allow ff00::/8'],
      ['255.255.255.254/31', 'ff00::/8'],
    ],
  ])('%s', (_, texts, expected) => expect(allowed(rulesOf(texts))).toEqual(expected));
});

it('one scope that allows is enough', () => {
  const closed = rulesOf(['1 deny 0.0.0.0/0', '2 allow 203.0.113.7'], 'closed');
  const open = rulesOf(['3 allow 203.0.113.7', '4 deny 0.0.0.0/0'], 'open');
  expect(allowed([...closed, ...open])).toEqual(['203.0.113.7']);
});
