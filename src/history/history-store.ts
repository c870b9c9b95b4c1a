import { armKey } from '../domain/arm-id.ts';
import type { Change } from '../domain/timeline/change.ts';
import type { FileHead } from '../domain/timeline/file.ts';
import { type ExpectedOwner, type FileProblem, readHistory } from '../domain/timeline/file-read.ts';
import type { WriteOptions } from '../domain/timeline/file-write.ts';
import { emptyHistory, type History, mergeHistories } from '../domain/timeline/history.ts';
import { linesOfHistory } from '../domain/timeline/history-lines.ts';
import { timelineOf } from '../domain/timeline/merge.ts';
import type { Reading, RecordOutcome } from '../domain/timeline/reading.ts';
import { type ServiceSummary, summarise } from '../domain/timeline/summary.ts';
import { attempt } from './attempt.ts';
import type { Connection } from './connection.ts';
import { readLedger, writeLedger } from './ledger-store.ts';
import { prepare } from './reading.ts';
import { recordReading } from './record.ts';
import { recordChanges } from './record-changes.ts';
import { pruneServices } from './retention.ts';
import type { ServiceKey } from './schema.ts';
import { historyOf, marksOf, observationsOf, writeSummary } from './service-records.ts';
import type { HistoryStatus } from './status.ts';
import type { HeldTeam } from './team/held-team.ts';
import { readTeamIndex } from './team/team-records.ts';
import { type Imported, importInto, readWholeHistory } from './transfer.ts';

/** What is stored, for the settings page. */
export type Usage = {
  readonly services: number;
  readonly observations: number;
  readonly changes: number;
  /** Milliseconds since 1970 of the oldest observation; null where there is none. */
  readonly since: number | null;
};

export type ImportResult =
  | ({ readonly ok: true; readonly head: FileHead } & Imported)
  | ({ readonly ok: false; readonly because: 'file' } & FileProblem)
  | { readonly ok: false; readonly because: 'storage'; readonly status: HistoryStatus };

const nothingRecorded: RecordOutcome = { changed: [], first: 0, unchanged: 0, held: [], pending: [] };
const day = 86_400_000;
/** So many are read within a few milliseconds, however long their histories are. */
const summariesAtOnce = 250;

/**
 * The history of one partition. No method throws or waits for anything but the database: where the history is off they
 * do nothing and say so in {@link status}. Instants are milliseconds since 1970.
 */
export class HistoryStore {
  private held: HeldTeam | undefined;

  constructor(private readonly connection: Connection) {}

  /** Whether the history is on, and if not why; {@link subscribe} tells of a change. */
  get status(): HistoryStatus {
    return this.connection.status.get();
  }

  readonly subscribe = (listener: () => void): (() => void) => this.connection.status.subscribe(listener);

  /**
   * Records what was read from Azure. `pending` of the outcome names services that differ in Resource Graph alone: read
   * each once from ARM (four at once) and record that reading, or its absence, as a reading of its own.
   */
  async record(reading: Reading): Promise<RecordOutcome> {
    if (!this.connection.mayWrite) return nothingRecorded;
    const prepared = await prepare(reading);
    const outcome = await this.connection.write(transaction => recordReading(transaction, prepared));
    return outcome ?? nothingRecorded;
  }

  /** Keeps records of Azure's change history and activity log. Returns how many services have something new. */
  async recordChanges(changes: readonly Change[], now: number): Promise<number> {
    if (changes.length === 0) return 0;
    const written = await this.connection.write(transaction => recordChanges(transaction, changes, now));
    return written?.length ?? 0;
  }

  /** Shows a team's record beside what is stored, without keeping it. */
  hold(team: HeldTeam): void {
    this.held = team;
  }

  /** What the fleet shows of each service that ever changed: small, and read before the first paint. */
  async summaries(): Promise<readonly ServiceSummary[]> {
    const summaries: ServiceSummary[] = [];
    for (let last: ServiceKey | undefined = ''; last !== undefined; ) {
      const after = IDBKeyRange.lowerBound(last, true);
      const slice = await this.connection.read(async transaction => {
        const store = transaction.objectStore('summaries');
        return Promise.all([
          attempt(() => store.getAllKeys(after, summariesAtOnce)),
          attempt(() => store.getAll(after, summariesAtOnce)),
        ]);
      });
      summaries.push(...(slice?.[1] ?? []));
      last = slice?.[0].at(-1);
    }
    const { held } = this;
    if (!held) return summaries;
    const stored = summaries.filter(one => !held.summaries.has(armKey(one.service)));
    return [...stored, ...held.summaries.values()];
  }

  /** Everything known of one service, as of one moment: input of `timelineOf` and `tracksOf`. */
  async historyOf(service: string): Promise<History> {
    const key = armKey(service);
    const found = await this.connection.read(async transaction =>
      historyOf(transaction, await readLedger(transaction), key),
    );
    const team = await this.held?.historyOf(key);
    return team ? mergeHistories(found ?? emptyHistory, team) : (found ?? emptyHistory);
  }

  /** The same of some services, in their order. */
  async historiesOf(services: readonly ServiceKey[]): Promise<readonly History[]> {
    const found = await this.connection.read(async transaction => {
      const ledger = await readLedger(transaction);
      const histories: History[] = [];
      for (const service of services) histories.push(await historyOf(transaction, ledger, service));
      return histories;
    });
    const { held } = this;
    if (!held) return found ?? [];
    return Promise.all(
      services.map(async (service, index) =>
        mergeHistories(found?.[index] ?? emptyHistory, await held.historyOf(service)),
      ),
    );
  }

  /** Keys of every service of which anything is known. */
  async services(): Promise<readonly ServiceKey[]> {
    const found = await this.connection.read(async transaction => [
      ...(await readLedger(transaction)).names,
      ...(await transaction.objectStore('changes').getAllKeys()).map(([service]) => service),
      ...(await readTeamIndex(transaction)).services,
    ]);
    return [...new Set([...(found ?? []), ...(this.held?.services ?? [])])];
  }

  /** Writes the summaries of some services anew, after the team's file told something new of them. */
  async summarise(services: readonly ServiceKey[], now: number): Promise<void> {
    await this.connection.write(async transaction => {
      const ledger = await readLedger(transaction);
      for (const service of services) {
        const own = await observationsOf(transaction, ledger, service);
        await writeSummary(transaction, service, own, now);
      }
    });
  }

  /** The summary of a service with what is told of it besides. */
  async summaryWith(service: ServiceKey, told: History, now: number): Promise<ServiceSummary | null> {
    const history = mergeHistories(await this.historyOf(service), told);
    const marks = await this.connection.read(transaction => marksOf(transaction, service));
    return summarise(timelineOf(history), marks ?? new Map(), now);
  }

  /** Marks unexplained changes of a service as seen (`mark` of its summary), up to `now`. */
  async markSeen(service: string, marks: readonly string[], now: number): Promise<void> {
    const key = armKey(service);
    await this.connection.write(async transaction => {
      const store = transaction.objectStore('marks');
      await Promise.all(marks.map(mark => attempt(() => store.put(now, [key, mark]))));
      const ledger = await readLedger(transaction);
      await writeSummary(transaction, key, await observationsOf(transaction, ledger, key), now);
    });
  }

  /**
   * The lines of a history file of what this browser observed, read in one transaction: the team's record is a file
   * already. Null where the history cannot be read.
   */
  async exportLines(head: FileHead, options: WriteOptions): Promise<Iterable<string> | null> {
    const history = await this.connection.read(readWholeHistory);
    return history ? linesOfHistory(head, history, options) : null;
  }

  /** Puts a history file into this history: the whole file in one transaction, or nothing of it. */
  async importFile(
    chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
    expected: ExpectedOwner,
    now: number,
  ): Promise<ImportResult> {
    const file = await readHistory(chunks, expected);
    if (!file.ok) return { ...file, because: 'file' };
    const imported = await this.connection.write(transaction => importInto(transaction, file.history, now));
    return imported
      ? { ok: true, head: file.head, ...imported }
      : { ok: false, because: 'storage', status: this.status };
  }

  /** Forgets what ended more than `days` ago, except the last thing known at that time. At most once a day, unless `force`. */
  async prune(days: number, now: number, force = false): Promise<void> {
    const since = now - days * day;
    const services = await this.connection.write(async transaction => {
      const store = transaction.objectStore('ledger');
      const last = await store.get('prunedAt');
      if (!force && typeof last === 'number' && now - last < day) return [];
      await store.put(now, 'prunedAt');
      const keys = await transaction.objectStore('changes').getAllKeys();
      return [...new Set([...(await readLedger(transaction)).names, ...keys.map(([service]) => service)])];
    });
    for (let start = 0; start < (services?.length ?? 0); start += 200) {
      const slice = services?.slice(start, start + 200) ?? [];
      await this.connection.write(async transaction => {
        const ledger = await readLedger(transaction);
        const empty = await pruneServices(transaction, ledger, slice, since, now);
        await writeLedger(transaction, empty.length > 0 ? ledger.without(new Set(empty)) : ledger);
      });
    }
  }

  /** How much is stored. Null where the history cannot be read. */
  async usage(): Promise<Usage | null> {
    const found = await this.connection.read(async transaction => {
      const [ledger, observations, changes, keys] = await Promise.all([
        readLedger(transaction),
        attempt(() => transaction.objectStore('observations').count()),
        attempt(() => transaction.objectStore('changes').count()),
        attempt(() => transaction.objectStore('observations').getAllKeys()),
      ]);
      const since = keys.reduce((first, [, at]) => Math.min(first, at), Number.POSITIVE_INFINITY);
      return { services: ledger.names.length, observations, changes, since: keys.length > 0 ? since : null };
    });
    return found ?? null;
  }

  /** Deletes everything of this partition. A database that cannot be opened is deleted as a whole. */
  clear(): Promise<void> {
    return this.connection.clear();
  }

  /** Tries again after the history went off: the reader made room, or closed the other tab. */
  retry(): Promise<void> {
    return this.connection.reopen();
  }

  /** Lets go of the database. */
  close(): void {
    this.connection.close();
  }
}
