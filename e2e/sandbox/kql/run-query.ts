import { randomUUID } from 'node:crypto';
import { refuseBeyondResourceGraph, takesRows } from './azure-limits.ts';
import { detailsOf, KqlError, type ResourceGraphError, resourceGraphError } from './kql-error.ts';
import type { Plan } from './operators/stage.ts';
import { planQuery } from './plan.ts';
import { parseQuery } from './syntax/parse-query.ts';
import { tableColumns, tableNamed } from './tables.ts';
import { answerOf, textOf } from './values/text.ts';
import { ticksPerMs } from './values/time.ts';
import type { Column } from './values/type.ts';

/** A row of a table or of an answer, as JSON. */
export type Row = Readonly<Record<string, unknown>>;

export type QueryOptions = {
  /** Epoch ms; read once for the whole query. */
  readonly now: () => number;
  /** Given back in an error; a random one where it is left out. */
  readonly correlationId?: string;
  /**
   * `resource-graph`, the default, refuses what Resource Graph leaves out of KQL (see `azure-limits.ts`);
   * `kusto` runs it where the sandbox knows how.
   */
  readonly dialect?: 'resource-graph' | 'kusto';
};

export type QueryResult = {
  readonly ok: true;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The query says `take` or `limit`, so that Resource Graph does not page its answer. */
  readonly takes: boolean;
};

/**
 * Evaluates the text of a Resource Graph query (the part of KQL that README.md lists). `tables` are found by name in
 * any case; a table that is not given has no rows, and fields that Resource Graph has no column for are not seen.
 */
export function runQuery(
  text: string,
  tables: Readonly<Record<string, readonly Row[]>>,
  options: QueryOptions,
): QueryResult | { readonly ok: false; readonly error: ResourceGraphError } {
  const now = options.now();
  try {
    const query = parseQuery(text);
    if (options.dialect !== 'kusto') refuseBeyondResourceGraph(query);
    const plan = planQuery(query, name => tablePlan(name, tables), BigInt(Math.trunc(now)) * ticksPerMs);
    return { ok: true, columns: plan.columns, rows: answerRows(plan), takes: takesRows(query) };
  } catch (error) {
    if (!(error instanceof KqlError)) throw error;
    const correlationId = options.correlationId ?? randomUUID();
    return { ok: false, error: resourceGraphError(detailsOf(error, text), now, correlationId) };
  }
}

function tablePlan(name: string, tables: Readonly<Record<string, readonly Row[]>>): Plan | null {
  const known = tableNamed(name);
  if (known === null) return null;
  const rows = Object.entries(tables).find(([given]) => tableNamed(given) === known)?.[1] ?? [];
  return {
    columns: tableColumns,
    run: () => rows.map(row => tableColumns.map(column => cellOf(column, row))),
  };
}

function cellOf({ name, type }: Column, row: Row): unknown {
  const value = row[name] ?? null;
  return type === 'string' ? textOf('dynamic', value) : value;
}

function answerRows({ columns, run }: Plan): readonly Row[] {
  return run().map(cells =>
    Object.fromEntries(columns.map(({ name, type }, place) => [name, answerOf(type, cells[place])])),
  );
}
