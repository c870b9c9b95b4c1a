import { deleteDB } from 'idb';
import { attempt } from './attempt.ts';
import { openDatabase } from './database.ts';
import {
  type Database,
  migrations,
  type ReadTransaction,
  type StoreName,
  storeNames,
  type WriteTransaction,
} from './schema.ts';
import { offBecause, StatusHolder } from './status.ts';

export type ConnectionOptions = {
  readonly enabled: boolean;
  /** Steps to the newest version of the database; given by tests of an upgrade alone. */
  readonly steps?: readonly ((database: Database) => void)[];
};

/**
 * A connection that never throws. It opens the database when first asked, runs work in transactions, and turns every
 * error into a status: reading goes on where it can, writing stops until {@link reopen}.
 */
export class Connection {
  readonly status = new StatusHolder();
  private opened: Promise<Database | undefined> | undefined;
  /** Somebody deleted the database while it was open here. */
  private deleted = false;

  constructor(
    private readonly name: string,
    private readonly options: ConnectionOptions,
  ) {
    if (!options.enabled) this.status.set({ status: 'off', reason: 'switched-off', detail: '' });
    else if (!hasIndexedDb())
      this.status.set({ status: 'off', reason: 'unavailable', detail: 'No IndexedDB here' });
    else this.opened = this.open();
  }

  get mayWrite(): boolean {
    return this.status.get().status !== 'off';
  }

  /** Runs work that only reads. Undefined where that cannot be done. */
  async read<T>(work: (transaction: ReadTransaction) => Promise<T>): Promise<T | undefined> {
    const database = await this.database();
    if (!database) return undefined;
    try {
      const transaction = database.transaction([...storeNames], 'readonly');
      const [result] = await Promise.all([work(transaction), transaction.done]);
      return result;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  /** Runs work in one transaction over all stores (or those named): all of it or nothing. Undefined where nothing was written. */
  async write<T>(
    work: (transaction: WriteTransaction) => Promise<T>,
    stores: readonly StoreName[] = storeNames,
  ): Promise<T | undefined> {
    if (!this.mayWrite) return undefined;
    const database = await this.database();
    if (!database || !this.mayWrite) return undefined;
    try {
      const transaction = database.transaction([...stores], 'readwrite', { durability: 'relaxed' });
      return await commit(transaction, work);
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  async clear(): Promise<void> {
    const database = await this.database();
    if (!database) {
      await this.deleteDamaged();
      return;
    }
    try {
      const transaction = database.transaction([...storeNames], 'readwrite');
      await Promise.all([
        ...storeNames.map(name => attempt(() => transaction.objectStore(name).clear())),
        transaction.done,
      ]);
      this.status.set({ status: 'on' });
    } catch (error) {
      this.failed(error);
    }
  }

  async reopen(): Promise<void> {
    if (!this.options.enabled || !hasIndexedDb()) return;
    this.close();
    this.status.set({ status: 'opening' });
    this.opened = this.open();
    await this.opened;
  }

  close(): void {
    void this.opened?.then(database => database?.close());
    this.opened = undefined;
  }

  /** While another tab blocks the opening there is nothing to wait for: the history is off until that tab lets go. */
  private async database(): Promise<Database | undefined> {
    if (this.isBlocked) return undefined;
    if (this.deleted) {
      this.deleted = false;
      this.opened = this.open();
    }
    const { opened } = this;
    return this.status.get().status === 'opening' && opened
      ? Promise.race([opened, this.untilBlocked()])
      : opened;
  }

  private get isBlocked(): boolean {
    const current = this.status.get();
    return current.status === 'off' && current.reason === 'blocked';
  }

  private untilBlocked(): Promise<undefined> {
    return new Promise(resolve => {
      const stop = this.status.subscribe(() => {
        if (this.isBlocked) resolve(undefined);
        stop();
      });
    });
  }

  private async open(): Promise<Database | undefined> {
    try {
      const database = await openDatabase(this.name, this.options.steps ?? migrations, {
        blocked: () =>
          this.status.set({ status: 'off', reason: 'blocked', detail: 'Another tab holds an older version' }),
        replaced: by => {
          this.opened = undefined;
          // Deleted is empty: it is begun anew with whatever comes next, and not by a page that has nothing to write.
          this.deleted = by === 'deletion';
          if (this.deleted) return;
          const detail = 'A newer version of the page took over';
          this.status.set({ status: 'off', reason: 'replaced', detail });
        },
        terminated: () => {
          this.opened = undefined;
          this.status.set({ status: 'off', reason: 'failed', detail: 'The browser closed the database' });
        },
      });
      this.status.set({ status: 'on' });
      return database;
    } catch (error) {
      this.failed(error);
      return undefined;
    }
  }

  private failed(error: unknown): void {
    this.status.set(offBecause(error));
  }

  private async deleteDamaged(): Promise<void> {
    const current = this.status.get();
    if (current.status !== 'off' || current.reason !== 'damaged') return;
    try {
      await deleteDB(this.name);
      await this.reopen();
    } catch (error) {
      this.failed(error);
    }
  }
}

/**
 * A transaction is done when it is committed. Where the work fails it is aborted; where the transaction failed by itself
 * (a full disk shows at the end) its error is the cause and that of the work only follows from it.
 */
async function commit<T>(
  transaction: WriteTransaction,
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const failure = await done;
    if (failure) throw failure.error;
    return result;
  } catch (error) {
    abort(transaction);
    const failure = await done;
    throw failure && !isAbort(failure.error) ? failure.error : error;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch {
    // Already over: the error that ended it is the one to report.
  }
}

/** Reading the global itself throws in a sandboxed frame. */
function hasIndexedDb(): boolean {
  try {
    return typeof indexedDB !== 'undefined';
  } catch {
    return false;
  }
}
