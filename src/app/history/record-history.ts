import type { QueryClient } from '@tanstack/react-query';
import { type Azure, azureKey } from '../../azure/azure.ts';
import type { Config } from '../../config/config.ts';
import { armKey } from '../../domain/arm-id.ts';
import type { ServiceChanges } from '../../domain/fleet/change-summary.ts';
import type { ServiceSummary } from '../../domain/timeline/summary.ts';
import type { HistoryView } from '../../history/history-context.ts';
import { openHistory } from '../../history/open-history.ts';
import { databaseName, type Partition } from '../../history/partition.ts';
import { loadRecording, type Recording, saveRecording } from '../../history/recording.ts';
import { clock } from '../../ui/clock.ts';
import { historyActions } from './history-actions.ts';
import { idle } from './idle.ts';
import { LazyTeller } from './lazy-teller.ts';
import { Recorder } from './recorder.ts';
import { TeamReader } from './team-reader.ts';
import { followVisit } from './visits.ts';

type Input = {
  readonly config: Config;
  readonly azure: Azure;
  readonly queries: QueryClient;
  /** What is shown until now. */
  readonly start: HistoryView;
  readonly show: (view: HistoryView) => void;
};

/** Opens the history, shows what is in it, and records what is read from now on until the returned function is called. */
export function recordHistory({ config, azure, queries, start, show }: Input): () => void {
  const { cloud, tenantId, accountId } = azure.scope;
  const partition: Partition = { cloud, tenant: tenantId, account: accountId };
  const store = openHistory(partition, { enabled: config.history.device });
  const visit = followVisit(azure.scope, clock.now);
  const others = new BroadcastChannel(databaseName(partition));
  let recording = loadRecording(partition);
  let view: HistoryView = { ...start, lastVisit: visit.lastVisit, recording };
  let stopped = false;
  let looked = false;

  const change = (part: Partial<HistoryView>) => {
    view = { ...view, ...part };
    if (!stopped) show(view);
  };
  /** Reads anew what was written. */
  const refresh = async () => {
    const summaries = await store.summaries();
    teller.hear(summaries);
    // Until Azure's own record is read, a service without a change here may well have one.
    const known = looked || summaries.length > 0;
    const same = view.summaries !== undefined && sameSummaries(summaries, view.summaries);
    change({
      version: view.version + 1,
      ...(same && view.changes ? {} : { summaries, changes: known ? fleetChanges(summaries) : undefined }),
    });
  };
  const written = async () => {
    await refresh();
    if (!stopped) others.postMessage('written');
  };
  const recorder = new Recorder({
    azure,
    queries,
    store,
    written,
    looked: async () => {
      if (looked) return;
      looked = true;
      await refresh();
    },
  });
  const teller = new LazyTeller({ store, partition });
  const follow = (next: Recording) => {
    recording = next;
    change({ recording });
    recorder.stop();
    if (recording.on && config.history.device && !stopped) recorder.start(azureKey(azure));
    teller.choose(recording.tell && !stopped);
  };
  const choose = async (choice: Partial<Recording>) => {
    const shorter = choice.days !== undefined && choice.days !== recording.days;
    const next = { ...recording, ...choice };
    saveRecording(partition, next);
    follow(next);
    others.postMessage('chosen');
    if (!shorter || next.days === null) return;
    await store.prune(next.days, clock.now(), true);
    await written();
  };
  others.onmessage = ({ data }) => (data === 'chosen' ? follow(loadRecording(partition)) : void refresh());
  const stopStatus = store.subscribe(() => change({ status: store.status }));
  const { url } = config.history;
  const team = new TeamReader({
    store,
    ask: () => ({
      kind: 'read',
      url: url ?? '',
      owner: { cloud, tenant: tenantId },
      partition,
      device: config.history.device,
      keep: config.history.device && recording.on,
    }),
    news: written,
    show: file => change({ team: file }),
  });
  const actions = historyActions({
    store,
    azure,
    written,
    recording: () => recording,
    choose,
    cleared: () => {
      if (url !== null) team.read();
    },
  });
  change({ store, status: store.status, actions });
  void refresh().then(async () => {
    if (stopped) return;
    follow(recording);
    await idle();
    if (url !== null && !stopped) team.read();
    if (recording.days !== null) await store.prune(recording.days, clock.now());
  });
  return () => {
    stopped = true;
    recorder.stop();
    teller.choose(false);
    team.stop();
    stopStatus();
    visit.stop();
    others.close();
    store.close();
  };
}

function sameSummaries(a: readonly ServiceSummary[], b: readonly ServiceSummary[]): boolean {
  return a.length === b.length && a.every((one, index) => sameSummary(one, b[index]));
}

function sameSummary(a: ServiceSummary, b: ServiceSummary | undefined): boolean {
  return (
    a.service === b?.service &&
    JSON.stringify(a.last) === JSON.stringify(b.last) &&
    a.changedAt.length === b.changedAt.length &&
    a.changedAt.every((moment, index) => moment === b.changedAt[index]) &&
    JSON.stringify(a.unexplained) === JSON.stringify(b.unexplained)
  );
}

function fleetChanges(summaries: readonly ServiceSummary[]): ReadonlyMap<string, ServiceChanges> {
  return new Map(
    summaries.flatMap(({ service, last, unexplained }) => {
      if (!last) return [];
      const [newest] = unexplained;
      const changes = { last: { at: last.at, causes: last.causes }, unexplained: newest ?? null };
      return [[armKey(service), changes] as const];
    }),
  );
}
