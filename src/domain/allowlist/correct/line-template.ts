import type { AllowList, EntryGroup, ListEntry } from '../list.ts';
import { csvRows } from '../readers/csv-cells.ts';

/** A line of the list as a pattern for new ones. */
export type LineTemplate = {
  /**
   * The line with another value in the place of its own; undefined where the line cannot hold such a value. `whole`: it
   * takes the place of the line, and so its name and priority too.
   */
  readonly with: (cidr: string, whole?: boolean) => string | undefined;
};

/** A pattern made from the line of one entry; undefined where the entry is written in a way of its own. */
export function templateOf(
  list: AllowList,
  entry: ListEntry,
  group: EntryGroup,
  lineStart: number,
): LineTemplate | undefined {
  const line = list.lines[entry.line - 1] ?? '';
  const token = list.text.slice(entry.from, entry.to);
  if (entry.value.kind !== 'range' || /[\s-]/.test(token) || entry.to - lineStart > line.length)
    return undefined;
  const bare = !token.includes('/');
  if (group.kind === 'rows')
    return { with: (cidr, whole = false) => rowWith(line, group, valueText(cidr, bare), whole) };
  const head = line.slice(0, entry.from - lineStart);
  const tail = line.slice(entry.to - lineStart).replace(/\s*(#|\s\/\/).*$/, '');
  // Among words, as in a router's `host 203.0.113.7`, a range is written in another way than an address.
  const isPlain = !/[a-z]/i.test(`${head}${tail}`.replace(/\ballow\b/i, ''));
  return {
    with: cidr => {
      const single = /\/(32|128)$/.test(cidr);
      if (!single && bare && !isPlain) return undefined;
      return `${head}${valueText(cidr, bare)}${tail}`;
    },
  };
}

function valueText(cidr: string, bare: boolean): string {
  return bare ? cidr.replace(/\/32$|(?<=:.*)\/128$/, '') : cidr;
}

/** A row with what the terms of the rule need; names, priorities and the like stay empty, to be filled in. */
function rowWith(
  line: string,
  { delimiter, value, kept }: Extract<EntryGroup, { kind: 'rows' }>,
  text: string,
  whole: boolean,
): string {
  const [row = []] = csvRows(line, delimiter);
  return row
    .map((cell, at) =>
      at === value ? text : whole || kept.includes(at) ? line.slice(cell.from, cell.to) : '',
    )
    .join(delimiter);
}
