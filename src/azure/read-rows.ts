import * as v from 'valibot';
import type { UnreadableRow } from '../domain/service.ts';
import { looseText } from './wire.ts';
import { sliced } from './yield-to-main.ts';

/** The rows of a list, those that could not be read kept beside the others. */
export type Rows<T> = { readonly rows: readonly T[]; readonly unreadable: readonly UnreadableRow[] };

/** How a kind of row is read: its schema, and what the product makes of it. */
export type RowReader<W, T> = { readonly schema: v.GenericSchema<unknown, W>; readonly map: (wire: W) => T };

export type RowResult<T> =
  | { readonly row: T; readonly unreadable?: never }
  | { readonly row?: never; readonly unreadable: UnreadableRow };

/** Reads one row. It never throws: what cannot be read comes back with its JSON and the place of the problem. */
export function readRow<W, T>(reader: RowReader<W, T>, row: unknown): RowResult<T> {
  const result = v.safeParse(reader.schema, row, { abortEarly: true });
  if (result.success) return { row: reader.map(result.output) };
  const [issue] = result.issues;
  const path = v.getDotPath(issue);
  return { unreadable: unreadableRow(row, path ? `${path}: ${issue.message}` : issue.message) };
}

/** Reads a list without holding the thread: it lets the page breathe between slices of rows. */
export async function readRows<W, T>(
  reader: RowReader<W, T>,
  rows: readonly unknown[],
  signal: AbortSignal | undefined,
): Promise<Rows<T>> {
  const results = await sliced(rows, row => readRow(reader, row), signal);
  return {
    rows: results.flatMap(({ row }) => (row === undefined ? [] : [row])),
    unreadable: results.flatMap(({ unreadable }) => (unreadable === undefined ? [] : [unreadable])),
  };
}

function unreadableRow(row: unknown, problem: string): UnreadableRow {
  const named = v.safeParse(v.object({ id: looseText, name: looseText }), row);
  const { id, name } = named.success ? named.output : {};
  return { id: id ?? '', name: name ?? '', problem, json: asJson(row) };
}

function asJson(row: unknown): string {
  try {
    return JSON.stringify(row, null, 2) ?? '';
  } catch {
    return 'This row is nested too deeply to be shown.';
  }
}
