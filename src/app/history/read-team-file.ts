import type { Azure } from '../../azure/azure.ts';
import { yieldToMain } from '../../azure/yield-to-main.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import type { TeamFile } from '../../history/team-file.ts';

type Input = {
  readonly store: HistoryStore;
  /** A path of this origin. */
  readonly url: string;
  readonly azure: Azure;
  /** False where the reader switched recording off: the file would have to be kept to be shown. */
  readonly recording: boolean;
  /** Called when something was written. */
  readonly written: () => Promise<void>;
  readonly show: (team: TeamFile) => void;
};

/** Reads the history file that a team keeps beside the page. Where it is missing or refused the own history stands alone, and says so. */
export async function readTeamFile(input: Input): Promise<void> {
  const { store, url, azure, recording, written, show } = input;
  const { scope } = azure;
  const { host } = location;
  if (!recording)
    return show({
      host,
      state: 'missing',
      reason: 'recording is switched off, and with it the copy of the file',
    });
  show({ host, state: 'reading' });
  const missing = (reason: string) => show({ host, state: 'missing', reason });
  const answer = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
  if (!answer) return missing(`${host} could not be reached`);
  if (!answer.ok) return missing(`${host} answered ${answer.status} for ${url}`);
  // A host that answers every unknown path with the app itself has no such file.
  if (answer.headers.get('content-type')?.startsWith('text/html')) return missing(`${host} has no ${url}`);
  try {
    const owner = { cloud: scope.cloud, tenant: scope.tenantId };
    const result = await store.importFile(slices(answer), owner, Date.now());
    if (result.ok) {
      show({ host, state: 'read', exportedAt: result.head.exportedAt, services: result.services });
      if (result.services > 0) await written();
    } else if (result.because === 'file')
      show({ host, state: 'refused', reason: `line ${result.line}: ${result.reason}` });
    else missing('nothing can be stored on this device');
  } catch {
    missing(`${host} stopped in the middle of ${url}`);
  }
}

/** Bytes whose lines are parsed within a few milliseconds. */
const sliceBytes = 32_768;

/** The body in small slices as it arrives, with room between them for input and paint: a large file never holds the page. */
async function* slices({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    for (let start = 0; start < value.length; start += sliceBytes) {
      yield value.subarray(start, start + sliceBytes);
      await yieldToMain();
    }
  }
}
