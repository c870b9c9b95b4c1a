import type { EntryGroup } from '../list.ts';
import type { Edit } from './edits.ts';

type ArrayGroup = Extract<EntryGroup, { kind: 'array' }>;
type Item = ArrayGroup['items'][number];

/**
 * The edits of a bracketed list: some items are replaced by others (by none: taken out), some are added behind the last.
 * What stands between the items stays, so that comments and line ends do.
 */
export function arrayEdits(
  text: string,
  group: ArrayGroup,
  /** One for each item; undefined: it stays as it is. */
  replaced: readonly (readonly string[] | undefined)[],
  added: readonly string[],
): readonly Edit[] {
  const { items, quote } = group;
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return [];
  const separator = separatorOf(text, group, last);
  const quoted = (values: readonly string[]) => values.map(value => `${quote}${value}${quote}`);
  const lastKept = items.findLastIndex((_, at) => replaced[at]?.length !== 0);
  const kept = items[lastKept];
  if (!kept) return [{ from: first.from, to: last.to, insert: quoted(added).join(separator) }];
  const edits: Edit[] = [];
  for (const [at, item] of items.entries()) {
    const values = replaced[at];
    const next = items[at + 1];
    if (values && values.length > 0)
      edits.push({ from: item.from, to: item.to, insert: quoted(values).join(separator) });
    else if (values && at < lastKept && next) edits.push({ from: item.from, to: next.from, insert: '' });
  }
  const behind = quoted(added).map(value => `${separator}${value}`);
  return [...edits, { from: kept.to, to: last.to, insert: behind.join('') }];
}

/** What stands between two items: a line end with its indent where the list goes over several lines. */
function separatorOf(text: string, { from, items, comma }: ArrayGroup, last: Item): string {
  const gap = text.slice(items.at(-2)?.to ?? from, last.from);
  const lineEnd = /\r\n|\r|\n/.exec(gap)?.[0];
  if (lineEnd === undefined) return ', ';
  const indent = gap.slice(gap.search(/[^\S\r\n]*$/));
  return `${comma ? ',' : ''}${lineEnd}${indent}`;
}
