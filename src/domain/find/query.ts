import { parseAddress } from '../ranges/ip-range.ts';
import { meaningOf } from './meaning.ts';
import type { FindTerm } from './term.ts';

export type FindQuery = {
  /** Each once, in the order in which they were written. */
  readonly terms: readonly FindTerm[];
  /** How many further pieces of the text were left out. */
  readonly leftOut: number;
};

/** Enough for a list from a ticket; a whole rule list belongs into the allowlist check. */
const mostTerms = 200;

/** Takes a text apart: one or many things to look for, by line, comma, semicolon or blank. It never throws. */
export function parseFindQuery(text: string): FindQuery {
  const found = new Map<string, FindTerm>();
  let leftOut = 0;
  for (const [line, content] of text.split(/\r\n|\r|\n/).entries()) {
    for (const piece of piecesOf(content)) {
      if (found.has(piece.toLowerCase())) continue;
      if (found.size < mostTerms) found.set(piece.toLowerCase(), { text: piece, line, ...meaningOf(piece) });
      else leftOut++;
    }
  }
  return { terms: [...found.values()], leftOut };
}

const aroundHyphen = /([0-9a-f.:]+)\s*[-\u2013\u2014]\s*([0-9a-f.:]+)/gi;

/** A range keeps together, however its hyphen is written. */
function piecesOf(line: string): readonly string[] {
  return line
    .replace(aroundHyphen, (all, first: string, last: string) =>
      parseAddress(first) && parseAddress(last) ? `${first}-${last}` : all,
    )
    .split(/[\s,;|]+/)
    .filter(piece => /[a-z0-9]/i.test(piece));
}
