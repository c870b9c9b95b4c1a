import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { FleetRead } from '../azure/read-fleet.ts';
import { compareOrders, naturalOrder } from '../domain/fleet/natural-order.ts';
import { type FleetHead, fleetOf, headOf, readHead, servicesInPart } from './kept-fleet.ts';

interface FleetSchema extends DBSchema {
  /** By the text of the cache key: cloud, tenant, account and subscriptions. */
  heads: { key: string; value: FleetHead };
  /** By cache key, generation and number. */
  parts: { key: [string, string, number]; value: FleetRead['services'] };
}
type Database = IDBPDatabase<FleetSchema>;

export const fleetDatabase = 'apim-ip-fleet';
/** Fleets of other tenants and choices of subscriptions that are kept beside the newest. */
const mostFleets = 4;

/**
 * The last known fleets on this device (docs/adr/0009-returning-visit.md). No method throws: a store that is denied,
 * damaged or full is a store that holds nothing.
 */
export class FleetStore {
  readonly #build: string;
  #opened: Promise<Database> | undefined;
  /** Raised by whatever empties the store: what is being written then is not of this time any more. */
  #age = 0;
  #prepared: { readonly key: string; readonly fleet: Promise<FleetRead | undefined> } | undefined;

  constructor(build: string) {
    this.#build = build;
  }

  /** Begins to read the newest fleet whose key begins so, for {@link read} to find it there. */
  async prepare(head: string): Promise<void> {
    await this.#attempt(async database => {
      const all = await readIn(database, transaction => transaction.objectStore('heads').getAllKeys());
      const keys = all.filter(key => key.startsWith(head));
      const heads = await Promise.all(keys.map(async key => ({ key, at: await this.#receivedAt(key) })));
      const newest = heads.sort((a, b) => b.at - a.at)[0];
      if (newest) this.#prepared = { key: newest.key, fleet: this.#load(newest.key) };
    });
  }

  /** The fleet that was kept under a key; undefined where there is none, or none that can be trusted. */
  read(key: string): Promise<FleetRead | undefined> {
    const prepared = this.#prepared;
    this.#prepared = undefined;
    return prepared?.key === key ? prepared.fleet : this.#load(key);
  }

  /** Keeps a whole read, a part at a time, each when `pause` resolves. A fleet without services is not kept. */
  async write(key: string, read: FleetRead, pause: () => Promise<void>): Promise<void> {
    const age = this.#age;
    const generation = crypto.randomUUID();
    const head = headOf(read, this.#build, generation);
    await this.#attempt(async database => {
      await pause();
      // Nearly the order in which they are shown: putting them in order is then soon done when it counts.
      const byName = read.services
        .map(service => ({ service, order: naturalOrder(service.name) }))
        .sort((a, b) => compareOrders(a.order, b.order));
      for (let part = 0; part < head.parts; part++) {
        await pause();
        if (age !== this.#age) return;
        const some = byName.slice(part * servicesInPart, (part + 1) * servicesInPart);
        const services = some.map(one => one.service);
        await database.put('parts', services, [key, generation, part]);
      }
      if (age === this.#age) await replaceHead(database, key, head.services > 0 ? head : undefined);
    });
  }

  /** Forgets every fleet, and whatever is on its way into the store. */
  async clear(): Promise<void> {
    this.#forget();
    await this.#attempt(async database => {
      const transaction = database.transaction(['heads', 'parts'], 'readwrite');
      await Promise.all([
        transaction.objectStore('heads').clear(),
        transaction.objectStore('parts').clear(),
        transaction.done,
      ]);
    });
  }

  /** Takes the store itself away. */
  async remove(): Promise<void> {
    this.#forget();
    const opened = this.#opened;
    this.#opened = undefined;
    try {
      (await opened)?.close();
      await deleteDB(fleetDatabase);
    } catch {
      // Denied: then nothing was kept either.
    }
  }

  #forget(): void {
    this.#age++;
    this.#prepared = undefined;
  }

  async #load(key: string): Promise<FleetRead | undefined> {
    const age = this.#age;
    return this.#attempt(async database => {
      const stored = await readIn(database, transaction => transaction.objectStore('heads').get(key));
      const head = readHead(stored, this.#build);
      if (!head) return undefined;
      const numbers = Array.from({ length: head.parts }, (_, part) => part);
      const parts = await readIn(database, transaction => {
        const store = transaction.objectStore('parts');
        return Promise.all(numbers.map(part => store.get([key, head.generation, part])));
      });
      return age === this.#age ? fleetOf(head, parts) : undefined;
    });
  }

  async #receivedAt(key: string): Promise<number> {
    const head = await this.#attempt(database =>
      readIn(database, transaction => transaction.objectStore('heads').get(key)),
    );
    return readHead(head, this.#build)?.receivedAt ?? 0;
  }

  async #attempt<T>(work: (database: Database) => Promise<T>): Promise<T | undefined> {
    try {
      this.#opened ??= open(() => {
        this.#opened = undefined;
      });
      return await work(await this.#opened);
    } catch {
      this.#opened = undefined;
      return undefined;
    }
  }
}

function open(closed: () => void): Promise<Database> {
  return openDB<FleetSchema>(fleetDatabase, 1, {
    upgrade(database) {
      for (const name of database.objectStoreNames) database.deleteObjectStore(name);
      database.createObjectStore('heads');
      database.createObjectStore('parts');
    },
    blocking(_current, _wanted, event) {
      closed();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: closed,
  });
}

type Reading = IDBPTransaction<FleetSchema, ('heads' | 'parts')[], 'readonly'>;

/** Reads, and waits for the end of the transaction too: where the store is taken away meanwhile, both fail and both are heard. */
async function readIn<T>(database: Database, work: (transaction: Reading) => Promise<T>): Promise<T> {
  const transaction = database.transaction(['heads', 'parts'], 'readonly');
  const [result] = await Promise.all([work(transaction), transaction.done]);
  return result;
}

/** From now on the key means this head; parts that no head names are let go, and so are the oldest fleets. */
async function replaceHead(database: Database, key: string, head: FleetHead | undefined): Promise<void> {
  const transaction = database.transaction(['heads', 'parts'], 'readwrite', { durability: 'relaxed' });
  // Its end is waited for below, and fails with whatever fails before.
  transaction.done.catch(() => undefined);
  const heads = transaction.objectStore('heads');
  const parts = transaction.objectStore('parts');
  await (head ? heads.put(head, key) : heads.delete(key));
  const [keys, values] = await Promise.all([heads.getAllKeys(), heads.getAll()]);
  const known = keys
    .map((one, at) => ({ key: one, generation: values[at]?.generation, at: values[at]?.receivedAt ?? 0 }))
    .sort((a, b) => b.at - a.at);
  const kept = new Map(known.slice(0, mostFleets).map(one => [one.key, one.generation]));
  for (const one of known.slice(mostFleets)) await heads.delete(one.key);
  for (const part of await parts.getAllKeys()) if (kept.get(part[0]) !== part[1]) await parts.delete(part);
  await transaction.done;
}
