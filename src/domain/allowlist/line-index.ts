import { countBefore } from '../count-before.ts';

/** The lines of a text: what stands on each, and which one an offset lies on. Lines count from 1. */
export type LineIndex = {
  readonly lines: readonly string[];
  readonly lineAt: (offset: number) => number;
  /** Offset of the first character of a line. */
  readonly startOf: (line: number) => number;
};

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  const lines: string[] = [];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push(text.slice(starts.at(-1), end.index));
    starts.push(end.index + end[0].length);
  }
  lines.push(text.slice(starts.at(-1)));
  return {
    lines,
    lineAt: offset => countBefore(starts, start => start <= offset),
    startOf: line => starts[line - 1] ?? text.length,
  };
}
