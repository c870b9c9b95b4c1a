import type { EntryGroup } from '../list.ts';
import type { Edit } from './edits.ts';

type ArrayGroup = Extract<EntryGroup, { kind: 'array' }>;

/**
 * The edits of a bracketed list: some items are replaced by others (by none: taken out), some are added behind the last.
 * What stands between the items stays, so that comments and line ends do.
 */
export function arrayEdits(
  text: string,
  group: ArrayGroup,
  replaced: ReadonlyMap<number, readonly string[]>,
  added: readonly string[],
): readonly Edit[] {
  const { items, quote } = group;
  const separator = separatorOf(text, group);
  const quoted = (values: readonly string[]) =>
    values.map(value => `${quote}${value}${quote}`).join(separator);
  const isKept = (at: number) => replaced.get(at)?.length !== 0;
  const lastKept = items.findLastIndex((_, at) => isKept(at));
  const edits: Edit[] = [];
  for (const [at, item] of items.entries()) {
    const values = replaced.get(at);
    const next = items[at + 1];
    if (values && values.length > 0) edits.push({ from: item.from, to: item.to, insert: quoted(values) });
    else if (values && at < lastKept && next) edits.push({ from: item.from, to: next.from, insert: '' });
  }
  const last = items.at(-1);
  const kept = items[lastKept];
  if (!last) {
    if (added.length > 0) edits.push({ from: group.from, to: group.to, insert: quoted(added) });
  } else if (!kept) {
    edits.push({ from: items[0]?.from ?? last.from, to: last.to, insert: quoted(added) });
  } else if (added.length > 0 || kept !== last) {
    const insert = added.length > 0 ? `${separator}${quoted(added)}` : '';
    edits.push({ from: kept.to, to: last.to, insert });
  }
  return edits.filter(({ from, to, insert }) => from !== to || insert !== '');
}

/** What stands between two items: a line end with its indent where the list goes over several lines. */
function separatorOf(text: string, { from, items, comma }: ArrayGroup): string {
  const last = items.at(-1);
  const before = items.at(-2);
  const gap = last ? text.slice(before ? before.to : from, last.from) : '';
  const lineEnd = /\r\n|\r|\n/.exec(gap)?.[0];
  if (lineEnd === undefined) return ', ';
  const indent = /[^\S\r\n]*$/.exec(gap)?.[0] ?? '';
  return `${comma ? ',' : ''}${lineEnd}${indent}`;
}
