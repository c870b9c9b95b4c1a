import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './random-kql.ts';
import { type Row, runQuery } from './run-query.ts';
import { moment, rowsOf } from './testing.ts';

type Facts = { readonly id: string; readonly name: string; readonly n: number | null };

const words = ['', 'a', 'A', 'b', 'a-b', 'ab', 'a b', 'B a'];

const anyFacts: fc.Arbitrary<readonly Facts[]> = fc
  .array(fc.record({ name: fc.constantFrom(...words), n: fc.option(fc.integer({ min: -2, max: 2 })) }), {
    maxLength: 12,
  })
  .map(rows => rows.map((row, place) => ({ ...row, id: String(place).padStart(2, '0') })));

function tableOf(facts: readonly Facts[]): { readonly resources: readonly Row[] } {
  return { resources: facts.map(({ id, name, n }) => ({ id, name, tags: n === null ? {} : { n } })) };
}

function idsOf(text: string, facts: readonly Facts[]): readonly unknown[] {
  return rowsOf(text, tableOf(facts)).map(({ id }) => id);
}

describe('any text', () => {
  it('gets an answer or a refusal', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('kusto' as const, 'resource-graph' as const), (text, dialect) => {
        const tables = tableOf([{ id: '1', name: 'a', n: 1 }]);
        const result = runQuery(text, tables, { now: () => moment, dialect });
        if (!result.ok) expect(result.error.error.details).toHaveLength(2);
      }),
      { numRuns: 3_000 },
    );
  });
});

type Truth = boolean | null;
type Predicate = { readonly text: string; readonly truth: (facts: Facts) => Truth };

/** The terms of a text, the slow way. */
function termsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/);
}

function leaf(text: string, truth: (facts: Facts) => Truth): Predicate {
  return { text, truth };
}

const onNames = fc.constantFrom(...words.filter(word => word !== '')).chain(word =>
  fc.constantFrom(
    leaf(`name == '${word}'`, ({ name }) => name === word),
    leaf(`name != '${word}'`, ({ name }) => name !== word),
    leaf(`name =~ '${word}'`, ({ name }) => name.toLowerCase() === word.toLowerCase()),
    leaf(`name contains '${word}'`, ({ name }) => name.toLowerCase().includes(word.toLowerCase())),
    leaf(`name !startswith_cs '${word}'`, ({ name }) => name.slice(0, word.length) !== word),
    leaf(
      `name endswith '${word}'`,
      ({ name }) => name.slice(-word.length).toLowerCase() === word.toLowerCase(),
    ),
    leaf(`name has '${word.charAt(0)}'`, ({ name }) => termsOf(name).includes(word.charAt(0).toLowerCase())),
    leaf(`name in ('${word}', 'x')`, ({ name }) => ['x', word].includes(name)),
    leaf(`name !in~ ('${word}')`, ({ name }) => name.toLowerCase() !== word.toLowerCase()),
    leaf(`strlen(name) >= ${word.length}`, ({ name }) => name.length >= word.length),
  ),
);

const onNumbers = fc.integer({ min: -2, max: 2 }).chain(bound =>
  fc.constantFrom(
    leaf(`tags.n == ${bound}`, ({ n }) => n === bound),
    leaf(`toint(tags.n) != ${bound}`, ({ n }) => n !== bound),
    leaf(`tags.n < ${bound}`, ({ n }) => (n === null ? null : n < bound)),
    leaf(`${bound} <= tags.n`, ({ n }) => (n === null ? null : bound <= n)),
    leaf(`tags.n + 1 > ${bound}`, ({ n }) => (n === null ? null : n + 1 > bound)),
    leaf(`tags.n between (${bound} .. 1)`, ({ n }) => (n === null ? null : n >= bound && n <= 1)),
    leaf('isnull(tags.n)', ({ n }) => n === null),
    leaf(`tags.n == '${bound}'`, ({ n }) => (n === null ? '' : String(n)) === String(bound)),
  ),
);

const anyPredicate: fc.Arbitrary<Predicate> = fc.letrec<{ predicate: Predicate }>(tie => ({
  predicate: fc.oneof(
    { depthSize: 'small' },
    onNames,
    onNumbers,
    tie('predicate').map(({ text, truth }) =>
      leaf(`not(${text})`, facts => {
        const value = truth(facts);
        return value === null ? null : !value;
      }),
    ),
    fc.array(tie('predicate'), { minLength: 2, maxLength: 3 }).map(parts =>
      leaf(`(${parts.map(({ text }) => text).join(' and ')})`, facts => {
        const values = parts.map(({ truth }) => truth(facts));
        return values.includes(false) ? false : values.includes(null) ? null : true;
      }),
    ),
    fc.array(tie('predicate'), { minLength: 2, maxLength: 3 }).map(parts =>
      leaf(`(${parts.map(({ text }) => text).join(' or ')})`, facts => {
        const values = parts.map(({ truth }) => truth(facts));
        return values.includes(true) ? true : values.includes(null) ? null : false;
      }),
    ),
  ),
})).predicate;

describe('where', () => {
  it('keeps the rows that a slow model of the predicate keeps', () => {
    fc.assert(
      fc.property(anyPredicate, anyFacts, ({ text, truth }, facts) => {
        const kept = facts.filter(row => truth(row) === true).map(({ id }) => id);
        expect(idsOf(`resources | where ${text}`, facts)).toEqual(kept);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('order by', () => {
  const anyKeys = fc.uniqueArray(
    fc.record({
      by: fc.constantFrom('name', 'n' as const),
      direction: fc.constantFrom('', ' asc', ' desc'),
      nulls: fc.constantFrom('', ' nulls first', ' nulls last'),
    }),
    { selector: ({ by }) => by },
  );

  it('is one total order: it loses nothing, and does not depend on the order before it', () => {
    fc.assert(
      fc.property(anyFacts, anyKeys, fc.integer(), (facts, keys, seed) => {
        const written = keys.map(({ by, direction, nulls }) => `${by}${direction}${nulls}`);
        const text = `resources | extend n = toint(tags.n) | order by ${[...written, 'id asc'].join(', ')}`;
        const ordered = idsOf(text, facts);
        expect([...ordered].sort()).toEqual(facts.map(({ id }) => id));
        const [shuffled] = fc.sample(fc.shuffledSubarray([...facts], { minLength: facts.length }), {
          seed,
          numRuns: 1,
        });
        expect(idsOf(text, shuffled ?? [])).toEqual(ordered);
      }),
    );
  });

  it('puts each row after those that its keys come after', () => {
    fc.assert(
      fc.property(anyFacts, fc.boolean(), fc.boolean(), (facts, ascending, nullsFirst) => {
        const key = `n ${ascending ? 'asc' : 'desc'} nulls ${nullsFirst ? 'first' : 'last'}`;
        const rows = rowsOf(`resources | project n = toint(tags.n) | order by ${key}`, tableOf(facts));
        const edge = nullsFirst === ascending ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
        const numbers = rows.map(({ n }) => (typeof n === 'number' ? n : edge));
        const sorted = [...numbers].sort((a, b) => (a === b ? 0 : (a < b ? -1 : 1) * (ascending ? 1 : -1)));
        expect(numbers).toEqual(sorted);
      }),
    );
  });
});

describe('summarize', () => {
  it('counts as a slow model counts', () => {
    fc.assert(
      fc.property(anyFacts, facts => {
        const groups = rowsOf(
          'resources | summarize total = count(), sum(toint(tags.n)) by name',
          tableOf(facts),
        );
        const names = [...new Set(facts.map(({ name }) => name))];
        const model = names.map(name => {
          const group = facts.filter(row => row.name === name);
          return { name, total: group.length, sum_tags_n: group.reduce((sum, { n }) => sum + (n ?? 0), 0) };
        });
        expect(groups).toEqual(model);
      }),
    );
  });
});

describe('join', () => {
  it('matches as two nested loops match', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (left, right) => {
        const text =
          'resources | project id, name | join kind=inner (resourcecontainers | project id, name) on name | project id, id1';
        const tables = { ...tableOf(left), resourcecontainers: tableOf(right).resources };
        const model = left.flatMap(a =>
          right.filter(b => a.name === b.name).map(b => ({ id: a.id, id1: b.id })),
        );
        expect(rowsOf(text, tables)).toEqual(model);
      }),
    );
  });
});
