import { parseHostName } from '../../guidance/host-name.ts';
import type { LineIndex } from '../line-index.ts';
import { type EntryValue, type Findings, type LineProblem, type ListEntry, plainTerms } from '../list.ts';
import { addressProblem, readAddress, readTagWord } from '../read-value.ts';
import { aclTerms } from './acl-line.ts';
import { type Word, wordsOf } from './words.ts';

const comment = /^\s*(#|\/\/|!|--|;|rem\b)/i;
const trailing = /\s(#|\/\/)(\s.*)?$|#.*$/;
/** `block` counts as an action alone: elsewhere it is a block of addresses. */
const refusal = /\b(deny|denied|drop|reject|refuse)\b|^\s*block\b|\baction\s*[=:]\s*"?block/i;

const linesInStep = 500;

/** The part of a line before its comment; a line that is one altogether has none. */
export function withoutComment(line: string): string {
  if (comment.test(line)) return '';
  const found = trailing.exec(line);
  return found ? line.slice(0, found.index) : line;
}

/** Plain lines, step by step: addresses among any words. A line with a word of refusal allows nothing. */
export function* readText({ lines, startOf }: LineIndex): Generator<undefined, Findings> {
  const entries: ListEntry[] = [];
  const problems: LineProblem[] = [];
  for (const [index, whole] of lines.entries()) {
    if (index % linesInStep === linesInStep - 1) yield;
    const content = withoutComment(whole);
    if (content.trim() === '') continue;
    const line = index + 1;
    const words = wordsOf(content);
    const acl = aclTerms(words);
    let found = 0;
    for (const word of words) {
      const terms = acl?.get(word);
      if (acl && !terms) continue;
      const value = operandOf(word, acl !== undefined || words.length === 1);
      if (!value) continue;
      found++;
      const action = refusal.test(content) ? ('deny' as const) : ('allow' as const);
      const from = startOf(line) + word.at;
      const to = startOf(line) + word.to;
      entries.push({ ...plainTerms, action, order: line, ...terms, value, line, from, to, group: 0 });
    }
    if (found > 0) continue;
    const wrong = words.map(word => addressProblem(word.text)).find(Boolean);
    problems.push({ line, problem: wrong ?? 'no address on this line' });
  }
  return { entries, groups: [{ kind: 'lines' }], problems, notes: [] };
}

/** `any` is a word like others unless it stands alone or in a rule. */
function operandOf({ text }: Word, isOperand: boolean): EntryValue | undefined {
  const value = readAddress(text);
  if (value) return value.kind === 'any' && !isOperand ? undefined : value;
  const tag = readTagWord(text);
  if (tag) return tag;
  const host = /[a-z]{2,}$/i.test(text) ? parseHostName(text) : undefined;
  return host === undefined ? undefined : { kind: 'host', host };
}
