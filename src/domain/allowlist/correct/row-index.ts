import { type LineIndex, lineIndex } from '../line-index.ts';
import type { AllowList, ListEntry } from '../list.ts';
import { csvRows } from '../readers/csv-cells.ts';

/** Whole lines, without the end of the last: one, or those of a row with line ends in its cells. */
export type Row = {
  readonly first: number;
  readonly last: number;
  /** Offsets in the list; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
};

export type RowIndex = LineIndex & {
  /** The row that a line belongs to. */
  readonly rowAt: (line: number) => Row;
  /** True for an entry with a row to itself, which may go or be a pattern without taking anything else along. */
  readonly isAlone: (entry: ListEntry) => boolean;
};

/** A directive of nginx on a line of its own: no block begins or ends with it. */
const directive = /^\s*(allow|deny)\s[^;{}]*;\s*(#.*)?$/i;

/** What goes or is added at once: lines, of CSV whole rows. */
export function rowIndex({ text, format, groups, entries }: AllowList): RowIndex {
  const index = lineIndex(text);
  const { lineAt, startOf } = index;
  const long = new Map<number, readonly [number, number]>();
  for (const group of groups) {
    if (group.kind !== 'rows') continue;
    for (const row of csvRows(text, group.delimiter)) {
      const lines = row.flatMap(({ from, to }) => [lineAt(from), lineAt(to)]);
      const span = [Math.min(...lines), Math.max(...lines)] as const;
      for (let line = span[0]; line <= span[1]; line++) long.set(line, span);
    }
  }
  const rowAt = (line: number): Row => {
    const [first, last] = long.get(line) ?? [line, line];
    const from = startOf(first);
    const whole = text.slice(from, startOf(last + 1)).replace(/(\r\n|\r|\n)$/, '');
    return { first, last, from, to: from + whole.length, text: whole };
  };
  const firstOf = ({ line }: ListEntry) => long.get(line)?.[0] ?? line;
  const counts = new Map<number, number>();
  for (const entry of entries) counts.set(firstOf(entry), (counts.get(firstOf(entry)) ?? 0) + 1);
  return {
    ...index,
    rowAt,
    isAlone: entry =>
      counts.get(firstOf(entry)) === 1 && (format !== 'nginx' || directive.test(rowAt(entry.line).text)),
  };
}
