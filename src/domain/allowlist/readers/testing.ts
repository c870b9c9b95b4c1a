import type { ListEntry } from '../list.ts';
import { needText } from '../need-words.ts';
import { readList } from '../testing.ts';

/**
 * Each entry of a list in a line of its own: line, what stands there, what it was read as, and whatever its rule says.
 * `#` is the order, `@` the scope, `in` the group.
 */
export function entriesOf(text: string): readonly string[] {
  return readList(text).entries.map(entry => entryText(entry, text));
}

export function problemsOf(text: string): readonly string[] {
  return readList(text).problems.map(({ line, problem }) => `${line}: ${problem}`);
}

function entryText(
  { line, from, to, value, action, side, protocol, ports, order, scope, idle, group }: ListEntry,
  text: string,
): string {
  const spans = ports?.map(({ first, last }) => `${first}-${last}`) ?? [];
  return [
    `${line}: ${text.slice(from, to)} = ${value.kind === 'any' ? 'any' : `${value.kind} ${needText(value)}`}`,
    action,
    side ?? '',
    protocol === null ? '' : `by ${protocol}`,
    spans.join('+'),
    `#${order}`,
    scope && `@${scope}`,
    `in ${group}`,
    idle ?? '',
  ]
    .filter(Boolean)
    .join(' ');
}
