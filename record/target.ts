/** Where a history file lies. A version names one state of it (null: nothing is there), so that nobody's entries are overwritten. */
export type Target = {
  /** For people and logs; never with a secret. */
  readonly name: string;
  /** The file as it is now, piece by piece. @throws TargetError */
  read(): Promise<Snapshot>;
  /**
   * Replaces the file whole, or not at all, where it is still the version that was read.
   * @throws TargetError
   */
  write(lines: Iterable<string>, version: string | null): Promise<'written' | 'conflict'>;
};

export type Snapshot = {
  readonly version: string | null;
  /** Null where nothing is there yet. */
  readonly chunks: AsyncIterable<Uint8Array> | null;
};

/** The file cannot be read or written: what, where and what to do, in one sentence. */
export class TargetError extends Error {
  override readonly name = 'TargetError';
}

/** Lines put together to pieces of about 256 kB, as bytes: one write for each line would be a million writes. */
export function* piecesOf(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece: string[] = [];
  let length = 0;
  for (const line of lines) {
    piece.push(line);
    length += line.length;
    if (length < 262_144) continue;
    yield encoder.encode(piece.join(''));
    piece = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(piece.join(''));
}
