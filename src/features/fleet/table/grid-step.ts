/** A place in the grid; `index` -1 is the row of heads. */
export type Place = { readonly index: number; readonly column: number };

type Size = Place & { readonly rows: number; readonly columns: number };
type Key = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const page = 10;

/** Where a key leads from a place in the grid; undefined for a key that does not move. It never leaves the grid. */
export function stepOf(event: Key, { index, column, rows, columns }: Size): Place | undefined {
  if (event.altKey || event.shiftKey) return undefined;
  const far = event.ctrlKey || event.metaKey;
  const row = (to: number): Place => ({ index: Math.max(-1, Math.min(to, rows - 1)), column });
  const cell = (to: number): Place => ({ index, column: Math.max(0, Math.min(to, columns - 1)) });
  switch (event.key) {
    case 'ArrowDown':
      return far ? undefined : row(index + 1);
    case 'ArrowUp':
      return far ? undefined : row(index - 1);
    case 'ArrowRight':
      return far ? undefined : cell(column + 1);
    case 'ArrowLeft':
      return far ? undefined : cell(column - 1);
    case 'PageDown':
      return row(Math.max(index, 0) + page);
    case 'PageUp':
      return row(Math.max(0, index - page));
    case 'Home':
      return far ? { index: rows > 0 ? 0 : -1, column: 0 } : cell(0);
    case 'End':
      return far ? { index: rows - 1, column: columns - 1 } : cell(columns - 1);
    default:
      return undefined;
  }
}
