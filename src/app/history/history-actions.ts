import type { Azure } from '../../azure/azure.ts';
import { isoOf } from '../../domain/timeline/time.ts';
import type { HistoryActions } from '../../history/history-context.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import type { Recording } from '../../history/recording.ts';
import { clock } from '../../ui/clock.ts';

type Input = {
  readonly store: HistoryStore;
  readonly azure: Azure;
  /** Called when something was written. */
  readonly written: () => Promise<void>;
  readonly recording: () => Recording;
  readonly choose: (choice: Partial<Recording>) => Promise<void>;
  /** Called when the history was cleared. */
  readonly cleared: () => void;
};

/** Lines of a file that are put together before they go into it. */
const batch = 1_000;

/** What screens may do to the history. */
export function historyActions({
  store,
  azure: { scope },
  written,
  recording,
  choose,
  cleared,
}: Input): HistoryActions {
  const owner = { cloud: scope.cloud, tenant: scope.tenantId };
  return {
    choose,
    async keep(changes) {
      if (!recording().on) return;
      if ((await store.recordChanges(changes, clock.now())) > 0) await written();
    },
    async markSeen(service, marks) {
      await store.markSeen(service, marks, clock.now());
      await written();
    },
    async importFile(file) {
      const result = await store.importFile(chunksOf(file), owner, clock.now());
      if (result.ok) await written();
      return result;
    },
    async exportFile(options) {
      const lines = await store.exportLines({ exportedAt: isoOf(clock.now()), ...owner }, options);
      if (!lines) return null;
      const parts: string[] = [];
      let part: string[] = [];
      for (const line of lines) {
        part.push(line);
        if (part.length < batch) continue;
        parts.push(part.join(''));
        part = [];
      }
      return new Blob([...parts, part.join('')], { type: 'application/jsonl' });
    },
    async clear() {
      await store.clear();
      await written();
      cleared();
    },
    async retry() {
      await store.retry();
      await written();
    },
  };
}

const chunkBytes = 1_000_000;

/** A file piece by piece: it may be larger than what should be in memory at once. */
async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < file.size; start += chunkBytes)
    yield new Uint8Array(await file.slice(start, start + chunkBytes).arrayBuffer());
}
