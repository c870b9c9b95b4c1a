import type { Connection } from '../connection.ts';
import type { ServiceKey } from '../schema.ts';
import { TeamIndex } from './team-index.ts';
import type { TeamPart } from './team-part.ts';
import { type KeptFile, readKeptFile, readPending, readTeamIndex } from './team-records.ts';

/** Parts and characters that one transaction writes: none is open for long. */
const batch = { parts: 100, characters: 2_000_000 } as const;

type Waiting = { readonly part: TeamPart; readonly serial: number };

/** The database of a partition does not take it; the connection says why. */
export class NotKept extends Error {}

/**
 * Keeps a team's file beside the reader's own history. Parts that are new are written while the file is read, under
 * numbers that nothing refers to yet; they count from the moment at which the index is written, so a file is taken whole
 * or not at all, however long it is. What was there already is not written again.
 */
export class TeamKeeper {
  private readonly next = new TeamIndex();
  private readonly changed = new Set<ServiceKey>();
  private waiting: Waiting[] = [];
  private characters = 0;
  private moved = false;

  private constructor(
    private readonly connection: Connection,
    private readonly file: KeptFile | undefined,
    private readonly old: TeamIndex,
    private serial: number,
  ) {}

  /** `now` in milliseconds since 1970: no number of a part was given out twice, whatever became of the page that did. */
  static async open(connection: Connection, now: number): Promise<TeamKeeper> {
    const found = await connection.read(
      async transaction => [await readKeptFile(transaction), await readTeamIndex(transaction)] as const,
    );
    if (!found) throw new NotKept();
    return new TeamKeeper(connection, ...found, now * 1_000);
  }

  async add(parts: readonly TeamPart[]): Promise<void> {
    for (const part of parts) {
      const known = this.old.partsOf(part.service)[this.next.partsOf(part.service).length];
      const same = known?.hash === part.hash;
      const serial = same ? known.serial : this.serial++;
      this.next.add(part.service, { serial, hash: part.hash, last: part.last });
      if (same) {
        this.moved ||= JSON.stringify(known.last) !== JSON.stringify(part.last);
        continue;
      }
      this.changed.add(part.service);
      this.waiting.push({ part, serial });
      this.characters += part.text.length;
      if (this.waiting.length >= batch.parts || this.characters >= batch.characters) await this.flush();
    }
  }

  /** Lets the file count. Returns the services of which it tells something that was not known. */
  async commit(stamp: string | null, exportedAt: string): Promise<ReadonlySet<ServiceKey>> {
    await this.flush();
    for (const service of this.old.services)
      if (this.old.partsOf(service).length > this.next.partsOf(service).length) this.changed.add(service);
    const { version = 0 } = this.file ?? {};
    const file: KeptFile = { version: version + 1, stamp, exportedAt };
    const written = await this.connection.write(
      async transaction => {
        const store = transaction.objectStore('team');
        const pending = new Set([...(await readPending(transaction)), ...this.changed]);
        await Promise.all([
          store.put(file, 'file'),
          this.changed.size > 0 || this.moved ? store.put(this.next.record, 'index') : undefined,
          pending.size > 0 ? store.put([...pending], 'pending') : undefined,
        ]);
        return true;
      },
      ['team'],
    );
    if (!written) throw new NotKept();
    return this.changed;
  }

  private async flush(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    this.characters = 0;
    if (waiting.length === 0) return;
    const written = await this.connection.write(
      async transaction => {
        const store = transaction.objectStore('teamParts');
        await Promise.all(waiting.map(({ part, serial }) => store.put(part.text, [part.service, serial])));
        return true;
      },
      ['teamParts'],
    );
    if (!written) throw new NotKept();
  }
}
