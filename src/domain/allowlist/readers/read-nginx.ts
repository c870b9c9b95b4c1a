import type { LineIndex } from '../line-index.ts';
import { type EntryGroup, type Findings, type LineProblem, type ListEntry, plainTerms } from '../list.ts';
import { addressProblem, readAddress } from '../read-value.ts';

const token = /#[^\n\r]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|[^\s{};#"']+/g;

/**
 * `allow` and `deny` of nginx's access module: within a block the first directive that fits decides, and a block with
 * directives of its own does not take over those around it (nginx.org, ngx_http_access_module).
 */
export function readNginx(text: string, { lineAt }: LineIndex): Findings {
  const entries: ListEntry[] = [];
  const problems: LineProblem[] = [];
  const groups: EntryGroup[] = [];
  const groupOf = new Map<number, number>();
  const open = [0];
  let blocks = 0;
  let words: RegExpExecArray[] = [];
  for (const match of text.matchAll(token)) {
    const [word] = match;
    if (word.startsWith('#')) continue;
    if (word === '{') open.push(++blocks);
    if (word === '}') open.pop();
    if (word === ';') {
      const block = open.at(-1) ?? 0;
      const [name, value, ...more] = words;
      const action = name?.[0].toLowerCase();
      if (name && value && more.length === 0 && (action === 'allow' || action === 'deny')) {
        const group = groupOf.get(block) ?? groups.push({ kind: 'lines' }) - 1;
        groupOf.set(block, group);
        const read = readAddress(value[0].replace(/^["']|["']$/g, ''));
        const line = lineAt(value.index);
        const place = { line, from: value.index, to: value.index + value[0].length, group };
        const terms = {
          ...plainTerms,
          side: 'source',
          action,
          scope: `block ${block}`,
          order: value.index,
        } as const;
        if (read) entries.push({ ...terms, ...place, value: read });
        else problems.push({ line, problem: addressProblem(value[0]) ?? 'no address in this directive' });
      }
    }
    words = /^[{};]$/.test(word) ? [] : [...words, match];
  }
  const notes =
    groups.length > 1
      ? ['The list has several blocks. An address counts as allowed where one of them allows it.']
      : [];
  return { entries, groups: groups.length > 0 ? groups : [{ kind: 'lines' }], problems, notes };
}
