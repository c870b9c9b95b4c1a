import { deleteDB } from 'idb';
import { Connection } from './connection.ts';
import { HistoryStore } from './history-store.ts';
import { databaseName, type Partition } from './partition.ts';

export type HistoryOptions = {
  /** False where the configuration or the reader switched recording off; nothing is then opened. */
  readonly enabled?: boolean;
};

/** The history of a cloud, tenant and account. Returns at once; `status` tells when it is open, or why it is not. */
export function openHistory(partition: Partition, { enabled = true }: HistoryOptions = {}): HistoryStore {
  return new HistoryStore(new Connection(databaseName(partition), { enabled }));
}

/** Deletes what was recorded for a partition, open elsewhere or not. False where the browser would not. */
export async function deleteHistory(partition: Partition): Promise<boolean> {
  try {
    await deleteDB(databaseName(partition));
    return true;
  } catch {
    return false;
  }
}
