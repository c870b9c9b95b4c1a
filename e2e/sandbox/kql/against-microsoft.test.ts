import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzeKql, kqlDiagnostics } from './check-kql.ts';
import { anyExpression } from './random-kql.ts';
import { runQuery } from './run-query.ts';
import { moment } from './testing.ts';

/*
 * The sandbox against Microsoft's parser: what one takes the other takes, with the same columns of the same types.
 * The differences that are meant are listed at the end.
 */

function columnsHere(text: string): readonly string[] | null {
  const result = runQuery(text, {}, { now: () => moment, dialect: 'kusto' });
  return result.ok ? result.columns.map(({ name, type }) => `${name}:${type}`) : null;
}

function columnsThere(text: string): readonly string[] | null {
  const { diagnostics, columns } = analyzeKql(text);
  return diagnostics.some(({ severity }) => severity === 'Error') ? null : columns;
}

const taken = [
  'resources',
  'Resources | take 1',
  `resources | where type =~ 'microsoft.apimanagement/service' | project id, sku, a = properties.b | order by id asc`,
  `resources | project properties.x.y, properties['z'], properties.a['b'].c, properties.a[0], tags['my tag'], tags[name]`,
  `resources | project strlen(name), gettype(tags), tostring(tags), tolower(name), split(name, '/')[0], 1 + 1, now()`,
  `resources | project parse_json(name), todynamic(name), todatetime(tags.t), -(1), (tags.b), true, 1d, 1.5, 'a'`,
  `resources | project a = iff(true, 1, 'a'), b = iff(true, 1, 2.5), c = iff(true, tags.x, 'a'), d = case(true, 1, false, 2.5, 3)`,
  'resources | project a = coalesce(name, location), b = coalesce(1, 2.5), c = bin(1, 2.5), d = bin(now(), 1d), e = bin(toint(1), 2)',
  'resources | project a = toint(1) + toint(2), b = 5 / 2, c = 5 % 2.5, d = tags.x + 1, e = tags.x + tags.y, f = 1d / 1h, g = 1d * 2',
  `resources | extend name = tostring(name), x = id, tags.a, tolower(kind) | project-away t*, *e | project-rename key = id`,
  'resources | distinct name, tolower(location), l = kind',
  'resources | top 5 by tolower(name) asc nulls first | sort by name, id desc nulls last',
  `resources | summarize count(), dcount(name), countif(name == 'a'), min(name), max(toint(tags.a)) by location, bin(todatetime(tags.t), 1d)`,
  `resources | summarize make_list(name), make_set(tags.a, 3), any(name), take_any(tags.x), sum(toint(sku.capacity)), s = sum(1.5) by x = id, tolower(name)`,
  'resources | summarize arg_max(todatetime(properties.t), *) by id',
  'resources | summarize arg_max(strlen(name), name, tags.a), x = arg_min(name, id) by y = kind',
  'resources | summarize any(id, name), take_any(kind, name), 1 + count(), toint(count()) by type',
  'resources | summarize by location, kind',
  'resources | count',
  'resources | join (resourcecontainers) on subscriptionId',
  'resources | join kind=leftouter (resourcecontainers | project s = subscriptionId, name) on $left.subscriptionId == $right.s',
  'resources | project id, name, name1 = id | join kind=inner (resources | project id, name) on id, name | join kind=leftsemi resourcechanges on id',
  'resources | project id, name | union (resourcecontainers | project id, tags), (resources | project name = 1)',
  'resources | project x = toint(1) | union withsource=t (resources | project x = 1), (resources | project x = 2.5, x_long = 1)',
  'resources | mv-expand zones, t = tags to typeof(string), split(id, "/") limit 3',
  'resources | project id, zones | mv-expand kind=array with_itemindex=id z = zones',
  `let x = 'a'; let T = resources | where name == x; T | union T | count`,
  `resources | where name has_any ('a', 'b') and name !in~ ('c') and tags.n between (1 .. 2) and name matches regex 'a.*'`,
  `resourcechanges | extend at = todatetime(properties.changeAttributes.timestamp) | where at > ago(14d) | project at, properties.changes`,
];

const refused = [
  '',
  'resources |',
  'resources | wher id == 1',
  'foo | take 1',
  'resources | where foo == 1',
  'resources | where name',
  `resources | where name > 'a'`,
  'resources | where tags.x > now()',
  `resources | extend a = 'a' + 'b'`,
  'resources | extend a = name.x',
  'resources | extend a = foo(1)',
  'resources | extend a = sum(1)',
  'resources | extend x = 1, x = 2',
  'resources | project name, name',
  'resources | project name, tostring(name)',
  'resources | project x = tags.n * 1d',
  'resources | project x = 1d / tags.n',
  'resources | project-away foo',
  'resources | project-rename name = id',
  'resources | order by tags.x',
  'resources | distinct tags',
  'resources | summarize count() by tags',
  'resources | summarize name by id',
  'resources | summarize max(tags.x)',
  'resources | summarize id = count() by id',
  `resources | take 'a'`,
  'resources | mv-expand name',
  'resources | mv-expand zones, zones',
  'resources | join (resources | project n = 1) on $left.id == $right.n',
  'resources | join (resources) on tolower(id)',
  'resources | join kind=sideways (resources) on id',
  `resources | where name == 'a`,
  'resources | extend a = tolower()',
  'resources | extend a = ago(1)',
  `resources | extend a = extract(name, 1, name)`,
  'resources | where id has 1',
];

describe('the sandbox and the parser of Microsoft', () => {
  it.each(taken)('both take %s, with the same columns', text => {
    expect(columnsHere(text)).toEqual(columnsThere(text));
    expect(columnsHere(text)).not.toBeNull();
  });

  it.each(refused)('both refuse %s', text => {
    expect([columnsHere(text), columnsThere(text)]).toEqual([null, null]);
  });

  it('agree on random expressions that the sandbox takes', () => {
    fc.assert(
      fc.property(anyExpression, expression => {
        const text = `resources | project x = ${expression}, ${expression}`;
        const here = columnsHere(text);
        if (here !== null) expect({ text, columns: here }).toEqual({ text, columns: columnsThere(text) });
      }),
      { numRuns: 400 },
    );
  });
});

describe('the sandbox differs where Resource Graph does', () => {
  it.each([
    // Published queries for Resource Graph do this (Azure/Azure-Proactive-Resiliency-Library-v2).
    ['resources | where not(tags.off)', true],
    // The default table.
    [`where type == 'a'`, true],
    // The service asks for casts, the parser does not.
    ['resources | where name == 1', false],
    [`resources | where name in (1)`, false],
    ['resources | where tags.a == tags.b', false],
    ['resources | join (resources) on tags', false],
    ['resources | extend x = now() + now()', false],
  ])('%s', (text, here) => {
    expect(columnsHere(text) !== null).toBe(here);
    expect(kqlDiagnostics(text).length === 0).toBe(!here);
  });
});
