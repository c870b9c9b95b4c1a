import type { FormerAddress } from '../../domain/former-address.ts';
import { Connection } from '../connection.ts';
import { formerAddresses } from '../former-addresses.ts';
import { HistoryStore } from '../history-store.ts';
import { databaseName, type Partition } from '../partition.ts';
import { takeTeamFile } from './take-team-file.ts';
import type { TeamHolder } from './team-holder.ts';
import type { FromTeamWorker, ToTeamWorker } from './team-messages.ts';

/** Runs beside the page: a file of any length is read, put in order and stored without a task of the page's own. */
let held: TeamHolder | undefined;

function tell(message: FromTeamWorker): void {
  self.postMessage(message);
}

async function read(ask: Extract<ToTeamWorker, { kind: 'read' }>): Promise<void> {
  const name = databaseName(ask.partition);
  const connection = new Connection(name, { enabled: ask.device });
  // Two tabs take turns: the second one finds that the file is there.
  await oneAtATime(`${name}/team`, async () => {
    held = await takeTeamFile({ ...ask, connection, host: location.host, tell, now: Date.now });
  });
  connection.close();
  if (!held) tell({ kind: 'done' });
}

/** Without a secure context there are no locks; what two tabs write at once then counts by whoever was last. */
async function oneAtATime(name: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}

/** Addresses in one message: the page takes it in within a few milliseconds. */
const formerAtOnce = 1_000;

async function tellFormer(partition: Partition): Promise<void> {
  const connection = new Connection(databaseName(partition), { enabled: true });
  let some: FormerAddress[] = [];
  for await (const own of formerAddresses(new HistoryStore(connection))) {
    some.push(...own);
    if (some.length < formerAtOnce) continue;
    tell({ kind: 'former', former: some });
    some = [];
  }
  tell({ kind: 'former', former: some });
  tell({ kind: 'done' });
}

self.addEventListener('message', ({ data }: MessageEvent<ToTeamWorker>) => {
  if (data.kind === 'read') void read(data);
  else if (data.kind === 'former') void tellFormer(data.partition);
  else if (held) tell({ kind: 'history', request: data.request, history: held.historyOf(data.service) });
});
