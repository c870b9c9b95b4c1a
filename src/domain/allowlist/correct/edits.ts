import { lineIndex } from '../line-index.ts';

/** A piece of a text, by offsets, and what stands in its place afterwards. */
export type Edit = { readonly from: number; readonly to: number; readonly insert: string };

export type ChangedLine = {
  readonly mark: ' ' | '+' | '-';
  readonly text: string;
  /** Of a line that was there before: its number. */
  readonly line: number | null;
};

/** The text after the edits, and its lines with what was taken out and put in. Edits must not overlap. */
export function applyEdits(
  text: string,
  edits: readonly Edit[],
): { readonly text: string; readonly lines: readonly ChangedLine[] } {
  const { lines, lineAt, startOf } = lineIndex(text);
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const changed: ChangedLine[] = [];
  let result = '';
  let done = 0;
  let next = 1;
  const keep = (to: number) => {
    for (const line of lines.slice(next - 1, to)) changed.push({ mark: ' ', text: line, line: next++ });
  };
  let at = 0;
  for (let first = sorted[at]; first; first = sorted[at]) {
    const top = lineAt(first.from);
    let bottom = lineAt(first.to);
    let block = '';
    let from = startOf(top);
    for (let edit = sorted[at]; edit && lineAt(edit.from) <= bottom; edit = sorted[++at]) {
      block += text.slice(from, edit.from) + edit.insert;
      from = edit.to;
      bottom = Math.max(bottom, lineAt(edit.to));
    }
    const end = startOf(bottom + 1);
    block += text.slice(from, end);
    keep(top - 1);
    changed.push(...blockLines(lines.slice(top - 1, bottom), block, top, bottom === lines.length));
    next = bottom + 1;
    result += text.slice(done, startOf(top)) + block;
    done = end;
  }
  keep(lines.length);
  return { text: result + text.slice(done), lines: changed };
}

/** The lines of a changed block: what is equal at its beginning and its end did not change. */
function blockLines(
  before: readonly string[],
  block: string,
  top: number,
  isLast: boolean,
): readonly ChangedLine[] {
  const after = [...lineIndex(block).lines];
  // The block ends with the end of its last line, except at the end of the text.
  if (!isLast) after.pop();
  const same = (left: string | undefined, right: string | undefined) => left !== undefined && left === right;
  let head = 0;
  while (same(before[head], after[head])) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    same(before.at(-1 - tail), after.at(-1 - tail))
  )
    tail++;
  const kept = (from: number, to: number) =>
    before.slice(from, to).map((text, at): ChangedLine => ({ mark: ' ', text, line: top + from + at }));
  return [
    ...kept(0, head),
    ...before
      .slice(head, before.length - tail)
      .map((text, at): ChangedLine => ({ mark: '-', text, line: top + head + at })),
    ...after.slice(head, after.length - tail).map((text): ChangedLine => ({ mark: '+', text, line: null })),
    ...kept(before.length - tail, before.length),
  ];
}
