import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../../former-address.ts';
import { addressText } from '../../ranges/ip-range.ts';
import { isEmpty, type RangeSet, subtract, within } from '../../ranges/range-set.ts';
import { allowedSet } from '../decide.ts';
import { rangesOfValue } from '../entry-ranges.ts';
import type { AllowList } from '../list.ts';
import { judged, readList, testService } from '../testing.ts';
import { correct } from './correct.ts';
import { noTicks, type Ticks } from './taken-out.ts';

const tags = new Map();
const patience = 60_000;

/** Addresses of 203.0.113.0/27: few enough that needs, entries and former addresses meet in every way. */
const number = fc.nat(31);
const address = (at: number) => addressText('ipv4', 0xcb007100n + BigInt(at));
const addresses = fc.uniqueArray(number, { maxLength: 4 }).map(list => list.map(address));
const entry = fc.oneof(
  { weight: 4, arbitrary: number.map(address) },
  { weight: 2, arbitrary: number.map(at => `${address(at)}/32`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, fc.integer({ min: 26, max: 31 }))
      .map(([at, prefix]) => `${address(at)}/${prefix}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('10.0.0.0/8', '2001:db8::/64', '198.51.100.7') },
);
const entries = fc.array(entry, { maxLength: 12 });

/** The ways of writing a list, each with and without anything that refuses the rest. */
const formats: readonly (readonly [string, (values: readonly string[]) => string])[] = [
  ['plain', values => values.join('\n')],
  ['plain with comments', values => `# list\n\n${values.map(value => `${value}  # why`).join('\r\n')}\r\n`],
  ['router', values => `${values.map(value => `permit ip ${value} any`).join('\n')}\ndeny ip any any\n`],
  [
    'nginx',
    values => `location / {\n${values.map(value => `  allow ${value};`).join('\n')}\n  deny all;\n}\n`,
  ],
  ['csv', values => `name,address\n${values.map(value => `x,${value}`).join('\n')}\n`],
  ['json', values => JSON.stringify({ ipAddresses: values }, null, 2)],
  ['json on one line', values => JSON.stringify(values)],
  [
    'terraform',
    values => `locals {\n  allowed = [\n${values.map(value => `    "${value}",`).join('\n')}\n  ]\n}\n`,
  ],
  [
    'bicep',
    values => `param allowed array = [\n${values.map(value => `  '${value}' // why`).join('\n')}\n]\n`,
  ],
];
const text = fc.tuple(fc.constantFrom(...formats), entries).map(([[, write], values]) => write(values));

const world = fc
  .record({ chosen: addresses, others: addresses, former: addresses })
  .map(({ chosen, others, former }) => ({
    chosen: [testService('chosen', [{ publicIPAddresses: chosen.length > 0 ? chosen : ['203.0.113.31'] }])],
    others: [testService('other', [{ publicIPAddresses: others }])],
    former: former.map(
      (one): FormerAddress => ({
        service: 'gone',
        region: 'westeurope',
        kind: 'publicIPAddresses',
        address: one,
        from: 0,
        lastSeen: 1,
        goneBy: 2,
        cause: null,
      }),
    ),
  }));
const ticks: fc.Arbitrary<Ticks> = fc.record({
  stale: fc.boolean(),
  wider: fc.boolean(),
  'not-needed': fc.boolean(),
});

function allowedBy({ entries: found }: AllowList): RangeSet {
  return allowedSet(
    found.flatMap(({ value, action, scope, order }) =>
      (rangesOfValue(value, tags) ?? []).map(range => ({ range, action, scope, order })),
    ),
  );
}
const isPart = (inner: RangeSet, outer: RangeSet) => isEmpty(subtract(inner, outer));

describe('the corrected list', () => {
  it(
    'lets through what is needed, keeps what anybody readable has and what nobody here knows',
    () => {
      fc.assert(
        fc.property(text, world, ticks, (pasted, given, chosen) => {
          const judgement = judged({ text: pasted, ...given });
          const result = correct(judgement, chosen, tags);
          const after = allowedBy(readList(result.text));
          const before = allowedBy(judgement.list);
          expect(result.byHand).toEqual([]);
          if (result.notPlaced.length === 0) {
            const again = judged({ text: result.text, ...given });
            expect(again.needs.filter(({ state }) => state !== 'covered')).toEqual([]);
            expect(correct(again, noTicks, tags).text).toBe(result.text);
          }
          expect(isPart(intersection(before, judgement.owned), after)).toBe(true);
          for (const verdict of judgement.entries) {
            if (verdict.class !== 'unknown' || verdict.entry.value.kind !== 'range') continue;
            expect(isPart(within(before, verdict.entry.value.range), after)).toBe(true);
          }
        }),
        { numRuns: 400 },
      );
    },
    patience,
  );

  it(
    'only adds where nothing is ticked: every line stays, in its order',
    () => {
      fc.assert(
        fc.property(text, world, (pasted, given) => {
          const judgement = judged({ text: pasted, ...given });
          const result = correct(judgement, noTicks, tags);
          const kept = result.lines.filter(({ mark }) => mark !== '+').map(line => line.text);
          expect(kept).toEqual(judgement.list.lines);
          expect(isPart(allowedBy(judgement.list), allowedBy(readList(result.text)))).toBe(true);
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );

  it(
    'is what its marked lines say',
    () => {
      fc.assert(
        fc.property(text, world, ticks, (pasted, given, chosen) => {
          const result = correct(judged({ text: pasted, ...given }), chosen, tags);
          const lines = result.lines.filter(({ mark }) => mark !== '-').map(line => line.text);
          expect(lines).toEqual(result.text.split(/\r\n|\n/));
        }),
        { numRuns: 200 },
      );
    },
    patience,
  );
});

function intersection(a: RangeSet, b: RangeSet): RangeSet {
  return subtract(a, subtract(a, b));
}
