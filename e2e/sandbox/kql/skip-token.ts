import { createHash } from 'node:crypto';

/** Where the next page begins, and how long it is unless the request says otherwise. */
export type NextPage = { readonly offset: number; readonly size: number };

/**
 * Writes a `$skipToken`: opaque to clients, and bound to the query that it belongs to (the SDK calls it "capturing the
 * next page size and offset, as well as the context of the query").
 */
export function writeSkipToken(next: NextPage, query: string): string {
  const place = `${next.offset}.${next.size}`;
  return Buffer.from(`${place}.${seal(place, query)}`).toString('base64');
}

/** Reads a token back; null for one that was not written for this query. */
export function readSkipToken(token: string, query: string): NextPage | null {
  const [offset = '', size = '', sealed = ''] = Buffer.from(token, 'base64').toString().split('.');
  if (sealed !== seal(`${offset}.${size}`, query)) return null;
  return { offset: Number(offset), size: Number(size) };
}

function seal(place: string, query: string): string {
  return createHash('sha256').update(`${place}\n${query}`).digest('hex').slice(0, 32);
}
