import type { Connection } from '../connection.ts';
import { HistoryStore } from '../history-store.ts';
import { fetchTeamFile } from './fetch-team-file.ts';
import { readTeamFile } from './read-team-file.ts';
import { TeamHolder } from './team-holder.ts';
import { NotKept, TeamKeeper } from './team-keeper.ts';
import type { FromTeamWorker, ToTeamWorker } from './team-messages.ts';
import { dropUnused, readKeptFile, readPending } from './team-records.ts';

type Ask = Extract<ToTeamWorker, { kind: 'read' }>;

type Input = Ask & {
  /** Of the reader's own history; switched off where the installation keeps nothing. */
  readonly connection: Connection;
  /** Name of this origin. */
  readonly host: string;
  readonly tell: (message: FromTeamWorker) => void;
  readonly now: () => number;
};

/** Services of which one transaction writes the summaries, or one message tells them. */
const slice = { summaries: 16, held: 100 } as const;
/** Services after which it is written down how far the summaries are. */
const resumeAfter = 800;
/** Milliseconds between two messages that something was written: for each of them the page reads all summaries. */
const tellEvery = 10_000;
/** Characters of a file that is held in memory. */
const longestHeld = 200_000_000;

/** Reads the team's file, once: into the database, or into memory where nothing may be kept. Returns what is in memory. */
export async function takeTeamFile(input: Input): Promise<TeamHolder | undefined> {
  input.tell({ kind: 'team', team: { host: input.host, state: 'reading' } });
  try {
    return input.keep ? await keep(input) : await hold(input);
  } catch (error) {
    // The disk is full, or the browser gives the page no database: the file is shown all the same.
    if (error instanceof NotKept) return hold(input).catch(() => broken(input));
    return broken(input);
  }
}

function broken({ host, url, tell }: Input): undefined {
  const reason = `${host} stopped in the middle of ${url}`;
  tell({ kind: 'team', team: { host, state: 'missing', reason } });
}

async function keep(input: Input): Promise<undefined> {
  const { url, host, owner, connection, tell, now } = input;
  const fetched = await fetchTeamFile(url, host);
  if (!fetched.ok) {
    tell({ kind: 'team', team: { host, state: 'missing', reason: fetched.reason } });
    return;
  }
  const known = await connection.read(readKeptFile);
  if (known && known.stamp !== null && known.stamp === fetched.stamp) {
    await fetched.body.cancel();
    tell({ kind: 'team', team: { host, state: 'read', exportedAt: known.exportedAt, kept: true } });
    return summarise(input);
  }
  const keeper = await TeamKeeper.open(connection, now());
  const result = await readTeamFile(fetched.body, owner, keeper);
  if (result.ok) {
    const { exportedAt } = result.head;
    await keeper.commit(fetched.stamp, exportedAt);
    tell({ kind: 'team', team: { host, state: 'read', exportedAt, kept: true } });
    tell({ kind: 'written' });
    await summarise(input);
  } else refused(input, result);
  await dropUnused(connection);
}

/** Writes the summaries of services of which a file told something new, this one or one before it that was not finished with. */
async function summarise({ connection, tell, now }: Input): Promise<undefined> {
  const store = new HistoryStore(connection);
  const pending = (await connection.read(readPending)) ?? [];
  let told = now();
  for (let done = 0; done < pending.length; ) {
    const end = Math.min(done + resumeAfter, pending.length);
    for (; done < end; done += slice.summaries)
      await store.summarise(pending.slice(done, Math.min(done + slice.summaries, end)), now());
    await connection.write(
      transaction => transaction.objectStore('team').put(pending.slice(end), 'pending'),
      ['team'],
    );
    if (end < pending.length && now() - told < tellEvery) continue;
    told = now();
    tell({ kind: 'written' });
  }
}

async function hold(input: Input): Promise<TeamHolder | undefined> {
  const { url, host, owner, connection, tell, now } = input;
  const fetched = await fetchTeamFile(url, host);
  if (!fetched.ok) {
    tell({ kind: 'team', team: { host, state: 'missing', reason: fetched.reason } });
    return;
  }
  const holder = new TeamHolder();
  const result = await readTeamFile(fetched.body, owner, holder, longestHeld);
  if (!result.ok) {
    refused(input, result);
    return;
  }
  const store = new HistoryStore(connection);
  const { services } = holder;
  for (let start = 0; start < services.length; start += slice.held) {
    const own = services.slice(start, start + slice.held);
    const told = own.map(
      async one => [one, await store.summaryWith(one, holder.historyOf(one), now())] as const,
    );
    tell({ kind: 'held', services: await Promise.all(told) });
  }
  const { exportedAt } = result.head;
  tell({ kind: 'team', team: { host, state: 'read', exportedAt, kept: false } });
  return holder;
}

function refused(
  { host, tell }: Input,
  { line, reason }: { readonly line: number; readonly reason: string },
) {
  tell({ kind: 'team', team: { host, state: 'refused', reason: `line ${line}: ${reason}` } });
}
