import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Change } from '../domain/timeline/change.ts';
import type { Observation } from '../domain/timeline/observation.ts';
import type { ServiceSummary } from '../domain/timeline/summary.ts';

/** Lower-case ARM id: the key under which a service is kept (see `armKey`). */
export type ServiceKey = string;

/** One database holds the history of one partition (ADR 0010). */
export interface HistorySchema extends DBSchema {
  /** By service, first sight (milliseconds) and id, so that a service's own lie together in the order of time. */
  observations: { key: [ServiceKey, number, string]; value: Observation };
  /** Azure's records; observed changes follow from the observations and are not stored. */
  changes: { key: [ServiceKey, string]; value: Change };
  /** What the fleet shows; follows from the two above and the marks. */
  summaries: { key: ServiceKey; value: ServiceSummary };
  /** Until when the reader has seen a kind of unexplained change (milliseconds). */
  marks: { key: [ServiceKey, string]; value: number };
  /** The ledger of last sights, and small facts about the partition. */
  ledger: { key: string; value: unknown };
  /** What the team's file tells of a service, as lines of it (ADR 0021): by service and a number that is never used twice. */
  teamParts: { key: [ServiceKey, number]; value: string };
  /** Which parts count, and which file they are from. */
  team: { key: string; value: unknown };
}

export type StoreName = StoreNames<HistorySchema>;
const ownStores = [
  'observations',
  'changes',
  'summaries',
  'marks',
  'ledger',
] as const satisfies readonly StoreName[];
export const teamStores = ['teamParts', 'team'] as const satisfies readonly StoreName[];
export const storeNames = [...ownStores, ...teamStores] as const;

export type Database = IDBPDatabase<HistorySchema>;

/** A transaction over all stores, whether it writes or not. */
export type ReadTransaction = IDBPTransaction<HistorySchema, StoreName[], 'readonly' | 'readwrite'>;
export type WriteTransaction = IDBPTransaction<HistorySchema, StoreName[], 'readwrite'>;

/** Steps from one version of the database to the next; the version is their number. A step is never changed, only added. */
export const migrations: readonly ((database: Database) => void)[] = [
  database => {
    for (const name of ownStores) database.createObjectStore(name);
  },
  database => {
    for (const name of teamStores) database.createObjectStore(name);
  },
];

/** Everything that a service has in a store whose keys begin with the service. */
export function ofService(service: ServiceKey): IDBKeyRange {
  return IDBKeyRange.bound([service], [service, []]);
}
