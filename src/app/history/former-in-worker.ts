import type { FormerAddress } from '../../domain/former-address.ts';
import type { Partition } from '../../history/partition.ts';
import type { FromTeamWorker, ToTeamWorker } from '../../history/team/team-messages.ts';
import { startTeamWorker } from './start-team-worker.ts';

/** Every former address that is stored, found beside the page. None where the worker does not run, or is no longer wanted. */
export function formerInWorker(partition: Partition, signal: AbortSignal): Promise<readonly FormerAddress[]> {
  return new Promise(resolve => {
    const worker = startTeamWorker();
    const found: FormerAddress[] = [];
    const end = () => {
      worker.terminate();
      resolve(found);
    };
    signal.addEventListener('abort', end);
    worker.addEventListener('error', end);
    worker.addEventListener('message', ({ data }: MessageEvent<FromTeamWorker>) => {
      if (data.kind === 'former') found.push(...data.former);
      else if (data.kind === 'done') end();
    });
    worker.postMessage({ kind: 'former', partition } satisfies ToTeamWorker);
  });
}
