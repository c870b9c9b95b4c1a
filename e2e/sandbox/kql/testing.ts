import type { ResourceGraphErrorDetail } from './kql-error.ts';
import { type QueryOptions, type QueryResult, type Row, runQuery } from './run-query.ts';

/* Short ways to ask, for tests. Time stands still at `moment`. */

export const moment = Date.UTC(2026, 10, 22, 10, 30, 15, 500);

export const correlationId = '88420d5d-8d0e-471f-9115-10d34750c617';

const options = { now: () => moment, correlationId };

export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Runs a query that must be good, by default in the wider dialect. */
export function ask(
  text: string,
  tables: Tables = {},
  dialect: QueryOptions['dialect'] = 'kusto',
): QueryResult {
  const result = runQuery(text, tables, { ...options, dialect });
  if (!result.ok) throw new Error(JSON.stringify(result.error.error.details));
  return result;
}

/** The rows of a query that must be good. */
export function rowsOf(text: string, tables: Tables = {}): readonly Row[] {
  return ask(text, tables).rows;
}

/** Four resources: names in two cases, a gap in every other column. */
export const resources = [
  { id: '1', name: 'b', location: 'west', tags: { n: 2 }, zones: ['1', '2'] },
  { id: '2', name: 'a', location: 'north', tags: {}, zones: null },
  { id: '3', name: 'B', location: 'west', tags: { n: 10 }, zones: [] },
  { id: '4', name: 'c', location: '', tags: { n: 1 }, zones: ['3'] },
];

/** The ids of the rows of a query that must be good, in their order. */
export function idsOf(text: string, tables: Tables = { resources }): string {
  return rowsOf(text, tables)
    .map(({ id }) => id)
    .join('');
}

/** The column `x` of each row. */
export function column(text: string, tables: Tables = {}): readonly unknown[] {
  return rowsOf(text, tables).map(row => row['x']);
}

/** What an expression is for one row of `resources`. */
export function evaluated(expression: string, row: Row = {}): unknown {
  return column(`resources | project x = ${expression}`, { resources: [row] })[0];
}

/** The exact detail of the answer to a query that must be refused. */
export function refusalOf(
  text: string,
  dialect: QueryOptions['dialect'] = 'kusto',
): ResourceGraphErrorDetail {
  const result = runQuery(text, {}, { ...options, dialect });
  const exact = result.ok ? undefined : result.error.error.details[1];
  if (exact === undefined) throw new Error(`Not refused: ${text}`);
  return exact;
}
