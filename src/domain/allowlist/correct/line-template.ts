import type { AllowList, EntryGroup, ListEntry } from '../list.ts';
import { csvRows } from '../readers/csv-cells.ts';
import { bareText } from './bare-text.ts';
import type { Row } from './row-index.ts';

/** A line of the list as a pattern for new ones. */
export type LineTemplate = {
  /**
   * The line with another value in the place of its own; undefined where the line cannot hold such a value. `whole`: it
   * takes the place of the line, and so its name and priority too.
   */
  readonly with: (cidr: string, whole?: boolean) => string | undefined;
};

/** A pattern made from the row of one entry; undefined where the entry is written in a way of its own. */
export function templateOf(
  list: AllowList,
  entry: ListEntry,
  group: EntryGroup,
  row: Row,
): LineTemplate | undefined {
  const token = list.text.slice(entry.from, entry.to);
  if (entry.value.kind !== 'range' || /[\s-]/.test(token)) return undefined;
  const bare = !token.includes('/');
  const valueText = (cidr: string) => (bare ? bareText(cidr) : cidr);
  if (group.kind === 'rows')
    return { with: (cidr, whole = false) => rowWith(row.text, group, valueText(cidr), whole) };
  const head = row.text.slice(0, entry.from - row.from);
  const tail = row.text.slice(entry.to - row.from).replace(/\s*(#|\s\/\/).*/, '');
  // Among words, as in a router's `host 203.0.113.7`, a range is written in another way than an address.
  const isPlain = !/[a-z]/i.test(`${head}${tail}`.replace(/\ballow\b/i, ''));
  return {
    with: cidr => {
      const single = bareText(cidr) !== cidr;
      return bare && !isPlain && !single ? undefined : `${head}${valueText(cidr)}${tail}`;
    },
  };
}

/** A row with what the terms of the rule need; names, priorities and the like stay empty, to be filled in. */
function rowWith(
  line: string,
  { delimiter, value, kept }: Extract<EntryGroup, { kind: 'rows' }>,
  text: string,
  whole: boolean,
): string {
  return csvRows(line, delimiter)
    .flat()
    .map((cell, at) =>
      at === value ? text : whole || kept.includes(at) ? line.slice(cell.from, cell.to) : '',
    )
    .join(delimiter);
}
