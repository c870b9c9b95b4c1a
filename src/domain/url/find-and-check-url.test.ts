import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestions } from '../allowlist/needs.ts';
import { formatServiceId } from '../arm-id.ts';
import { formatCheckUrl, readCheckUrl } from './check-url.ts';
import { formatFindUrl, readFindUrl } from './find-url.ts';

const rest = fc.array(fc.tuple(fc.constantFrom('tenant', 'x', 'y y'), fc.string({ unit: 'grapheme' })), {
  maxLength: 2,
});
const word = fc.stringMatching(/^[a-zA-Z0-9()._-]{1,12}$/);
const id = fc.record({ subscriptionId: word, resourceGroup: word, name: word }).map(formatServiceId);
const leading = (entries: readonly (readonly [string, string])[]) => [
  ...entries.filter(([key]) => key === 'tenant'),
  ...entries.filter(([key]) => key !== 'tenant'),
];

describe('a link to Find', () => {
  it.each(['10.10', '20.40', '1e5', '+1', ' a  b ', '203.0.113.7\n2001:db8::7', '%41', 'a&b=c#d'])(
    'keeps %j letter by letter',
    q => {
      expect(readFindUrl(formatFindUrl({ q, rest: [] })).url.q).toBe(q);
    },
  );

  it('survives being written and read, with what belongs to others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), rest, (q, others) => {
        expect(readFindUrl(formatFindUrl({ q, rest: others })).url).toEqual({ q, rest: leading(others) });
      }),
      { numRuns: 10_000 },
    );
  });

  it('never throws on any query', () => {
    fc.assert(fc.property(fc.string(), search => typeof readFindUrl(search).url.q === 'string'));
  });
});

describe('a link to the check', () => {
  it('survives being written and read, with what belongs to others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { maxLength: 4, selector: one => one.toLowerCase() }),
        fc.subarray([...checkQuestions], { minLength: 1 }),
        rest,
        (ids, purposes, others) => {
          const { url, problems } = readCheckUrl(formatCheckUrl({ id: ids, for: purposes, rest: others }));
          expect(url).toEqual({ id: ids, for: purposes, rest: leading(others) });
          expect(problems).toEqual([]);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('leaves the usual purpose out, and names what it cannot use', () => {
    expect(formatCheckUrl({ id: [], for: ['internet-back-ends'], rest: [] })).toBe('');
    const { url, problems } = readCheckUrl('?for=DNS&for=Load-Balancer&for=Clients&id=nothing&id=');
    expect([url.for, url.id]).toEqual([['clients', 'management'], []]);
    expect(problems.map(({ key, value }) => [key, value])).toEqual([
      ['id', 'nothing'],
      ['for', 'DNS'],
    ]);
  });

  it('never throws on any query', () => {
    fc.assert(fc.property(fc.string(), search => readCheckUrl(search).url.for.length > 0));
  });
});
