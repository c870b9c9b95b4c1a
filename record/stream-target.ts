import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { piecesOf, type Target } from './target.ts';

/** Standard output: there is nothing to read, so the file holds what this run saw. */
export function streamTarget(stream: Writable): Target {
  return {
    name: 'standard output',
    read: async () => ({ version: null, chunks: null }),
    async write(lines) {
      for (const piece of piecesOf(lines)) if (!stream.write(piece)) await once(stream, 'drain');
      return 'written';
    },
  };
}
