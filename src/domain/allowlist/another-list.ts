/**
 * True where a text is no longer the list that it was: it is empty, or neither a line nor most of the characters stayed.
 * What is edited line by line, or character by character, is the same list.
 */
export function isAnotherList(before: string, after: string): boolean {
  if (after.trim() === '') return true;
  const shorter = Math.min(before.length, after.length);
  if (commonEnds(before, after, shorter) * 2 >= shorter) return before.trim() === '';
  const lines = linesOf(before);
  return ![...linesOf(after)].some(line => lines.has(line));
}

/** The number of characters that two texts share at their beginnings and their ends. */
function commonEnds(before: string, after: string, shorter: number): number {
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return head + tail;
}

function linesOf(text: string): ReadonlySet<string> {
  const lines = text.split(/\r\n|\r|\n/).map(line => line.trim());
  return new Set(lines.filter(Boolean));
}
