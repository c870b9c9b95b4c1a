import { openDB } from 'idb';
import type { Database } from './schema.ts';

export type OpenHandlers = {
  /** Another tab holds an older version open and did not let go; the opening goes on when it does. */
  readonly blocked: () => void;
  /** A newer version of the page wants the database: this connection has been closed for it. */
  readonly replaced: () => void;
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
    blocking() {
      database.close();
      handlers.replaced();
    },
    terminated: handlers.terminated,
  });
  return database;
}
