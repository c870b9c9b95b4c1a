import { emptyHistory, type History, mergeHistories } from '../../domain/timeline/history.ts';
import { attempt } from '../attempt.ts';
import type { Connection } from '../connection.ts';
import { ofService, type ReadTransaction, type ServiceKey } from '../schema.ts';
import { isIndexRecord, TeamIndex } from './team-index.ts';
import { historyOfPart } from './team-part.ts';

/** The file that was read last. */
export type KeptFile = {
  /** Moves on with every file that was taken. */
  readonly version: number;
  /** By what the server tells that it is another file; null where it tells nothing. */
  readonly stamp: string | null;
  /** ISO time. */
  readonly exportedAt: string;
};

type Cached = { readonly version: number; readonly index: TeamIndex };

/** An index is read once for each file and connection: a service is then one look-up away. */
const cache = new WeakMap<object, Cached>();

/** The file that was read last; undefined where none was, or where the record is damaged. */
export async function readKeptFile(transaction: ReadTransaction): Promise<KeptFile | undefined> {
  const value = await transaction.objectStore('team').get('file');
  return isKeptFile(value) ? value : undefined;
}

export async function readTeamIndex(transaction: ReadTransaction): Promise<TeamIndex> {
  const version = (await readKeptFile(transaction))?.version ?? 0;
  const known = cache.get(transaction.db);
  if (known?.version === version) return known.index;
  const record = version === 0 ? undefined : await transaction.objectStore('team').get('index');
  const index = new TeamIndex(isIndexRecord(record) ? record : undefined);
  cache.set(transaction.db, { version, index });
  return index;
}

/** Services whose summaries have not been written since the file told something new of them. */
export async function readPending(transaction: ReadTransaction): Promise<readonly ServiceKey[]> {
  const value = await transaction.objectStore('team').get('pending');
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}

/** What the team recorded of a service. */
export async function teamHistoryOf(transaction: ReadTransaction, service: ServiceKey): Promise<History> {
  const index = await readTeamIndex(transaction);
  const kept = index.partsOf(service);
  if (kept.length === 0) return emptyHistory;
  const store = transaction.objectStore('teamParts');
  const [keys, texts] = await Promise.all([
    attempt(() => store.getAllKeys(ofService(service))),
    attempt(() => store.getAll(ofService(service))),
  ]);
  const bySerial = new Map(keys.map(([, serial], at) => [serial, texts[at] ?? '']));
  return mergeHistories(
    ...kept.map(({ serial, last }) => historyOfPart({ text: bySerial.get(serial) ?? '', last })),
  );
}

function isKeptFile(value: unknown): value is KeptFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    'stamp' in value &&
    'exportedAt' in value &&
    typeof value.version === 'number' &&
    (value.stamp === null || typeof value.stamp === 'string') &&
    typeof value.exportedAt === 'string'
  );
}

/** Deletes parts that no index refers to: those of the file before, and those of one that broke off. */
export async function dropUnused(connection: Connection): Promise<void> {
  const unused = await connection.read(async transaction => {
    const index = await readTeamIndex(transaction);
    const keys = await transaction.objectStore('teamParts').getAllKeys();
    return keys.filter(([service, serial]) => !index.partsOf(service).some(one => one.serial === serial));
  });
  for (let start = 0; start < (unused?.length ?? 0); start += 500) {
    const some = unused?.slice(start, start + 500) ?? [];
    await connection.write(
      async transaction => {
        const store = transaction.objectStore('teamParts');
        await Promise.all(some.map(key => attempt(() => store.delete(key))));
      },
      ['teamParts'],
    );
  }
}
