import { openDB } from 'idb';
import type { Database } from './schema.ts';

export type OpenHandlers = {
  /** Another tab holds an older version open and did not let go; the opening goes on when it does. */
  readonly blocked: () => void;
  /** Another tab upgrades or deletes the database: this connection has been closed for it. */
  readonly replaced: (by: 'upgrade' | 'deletion') => void;
  /** The browser closed the connection by itself. */
  readonly terminated: () => void;
};

/**
 * Opens a database and brings it to the newest version step by step. Lets go at once when a newer version asks, so that
 * an upgrade never waits for an old tab. Rejects with the error of IndexedDB.
 */
export async function openDatabase(
  name: string,
  steps: readonly ((database: Database) => void)[],
  handlers: OpenHandlers,
): Promise<Database> {
  const database: Database = await openDB(name, steps.length, {
    upgrade(upgraded, from) {
      for (const step of steps.slice(from)) step(upgraded);
    },
    blocked: handlers.blocked,
    blocking(_, wanted) {
      database.close();
      handlers.replaced(wanted === null ? 'deletion' : 'upgrade');
    },
    terminated: handlers.terminated,
  });
  return database;
}
