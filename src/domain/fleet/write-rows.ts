/** Few enough that a step stays far below a frame on a slow machine. */
const rowsInStep = 100;

/** Writes rows a few at a time, so that the page can go on in between; yields how many are written. */
export function* writeRows<Row>(
  rows: readonly Row[],
  write: (part: readonly Row[]) => readonly string[],
): Generator<number, readonly string[]> {
  const written: string[] = [];
  for (let at = 0; at < rows.length; at += rowsInStep) {
    for (const text of write(rows.slice(at, at + rowsInStep))) written.push(text);
    yield Math.min(at + rowsInStep, rows.length);
  }
  return written;
}
