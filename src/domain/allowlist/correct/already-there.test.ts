import { describe, expect, it } from 'vitest';
import { parseIpRange } from '../../ranges/ip-range.ts';
import { type ListEntry, plainTerms } from '../list.ts';
import { alreadyThere } from './already-there.ts';

type Terms = Partial<ListEntry>;

function entryOf(text: string, terms: Terms = {}): ListEntry {
  const range = parseIpRange(text);
  if (!range) throw new Error(text);
  return { ...plainTerms, value: { kind: 'range', range }, line: 1, from: 0, to: 1, group: 0, ...terms };
}
const everything: Terms = { value: { kind: 'any' } };
const https = [{ first: 443, last: 443 }];
const web = [...https, { first: 80, last: 90 }];
const otherWeb = [...https, { first: 80, last: 91 }];

/** An entry of a rule that says everything; what it is replaced by is asked for. */
const asking: Terms = { side: 'source', protocol: 'tcp', ports: web, scope: 'rules', order: 10 };
const wide = entryOf('203.0.113.0/24', asking);
const asked = '203.0.113.64/26';
const stays = (text: string, terms: Terms = {}) => entryOf(text, { scope: 'rules', ...terms });

describe('what is already in a list', () => {
  it.each<[string, readonly ListEntry[]]>([
    ['the same range', [stays('203.0.113.64/26')]],
    ['a range around it', [stays('192.0.2.0/24'), stays('203.0.113.0/25')]],
    ['a rule that says the same', [stays(asked, { side: 'source', protocol: 'tcp', ports: web })]],
    [
      'a rule before a refusal',
      [stays(asked, { order: 3 }), stays('10.0.0.0/8', { action: 'deny', order: 4 })],
    ],
    [
      'a rule behind a refusal elsewhere',
      [stays(asked, { order: 3 }), entryOf('10.0.0.0/8', { action: 'deny' })],
    ],
  ])('is %s', (_, staying) => expect(alreadyThere(staying)(wide, asked)).toBe(true));

  it.each<[string, readonly ListEntry[]]>([
    ['nothing', []],
    ['another range', [stays('203.0.113.0/26'), stays('203.0.113.128/26')]],
    ['its first part', [stays('203.0.113.64/27')]],
    ['its last part', [stays('203.0.113.96/27')]],
    ['a rule of another scope', [entryOf(asked)]],
    ['a rule for the other side', [stays(asked, { side: 'destination' })]],
    ['a rule for another protocol', [stays(asked, { protocol: 'udp' })]],
    ['a rule for fewer ports', [stays(asked, { ports: https })]],
    ['a rule for other ports', [stays(asked, { ports: otherWeb })]],
    ['a rule that is switched off', [stays(asked, { idle: 'the rule is disabled' })]],
    ['a refusal', [stays(asked, { action: 'deny' })]],
    [
      'a rule with a refusal of the same order',
      [stays(asked, { order: 3 }), stays('10.0.0.0/8', { action: 'deny', order: 3 })],
    ],
    [
      'a rule behind the first of two refusals',
      [
        stays('10.0.0.0/8', { action: 'deny', order: 2 }),
        stays(asked, { order: 3 }),
        stays('10.0.0.0/8', { action: 'deny', order: 4 }),
      ],
    ],
    ['a rule for everything, which is judged by itself', [stays(asked, everything)]],
  ])('is not %s', (_, staying) => expect(alreadyThere(staying)(wide, asked)).toBe(false));

  it('is no rule that says more than one that says nothing', () => {
    const open = entryOf('203.0.113.0/24', { scope: 'rules' });
    for (const terms of [{ side: 'source' }, { protocol: 'tcp' }, { ports: web }] as const)
      expect(alreadyThere([stays(asked, terms)])(open, asked)).toBe(false);
  });

  it.each<[string, Terms, boolean]>([
    ['for the same terms', {}, true],
    ['for a later rule', { order: 11 }, true],
    ['for an earlier rule, which needs it itself', { order: 9 }, false],
    ['for another scope', { scope: 'others' }, false],
    ['for the other side', { side: 'destination' }, false],
    ['for another protocol', { protocol: null }, false],
    ['for fewer ports', { ports: https }, false],
    ['for other ports', { ports: otherWeb }, false],
    ['for all ports', { ports: null }, false],
  ])('is what was written once, %s', (_, terms, expected) => {
    const isThere = alreadyThere([]);
    expect(isThere(wide, asked)).toBe(false);
    expect(isThere(wide, '203.0.113.0/26')).toBe(false);
    expect(isThere({ ...wide, ...terms }, asked)).toBe(expected);
    expect(isThere({ ...wide, ...terms }, asked)).toBe(true);
  });
});
