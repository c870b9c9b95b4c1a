import type { Partition } from './partition.ts';

/** What the reader chose about recording, for one account and tenant on this device. */
export type Recording = {
  /** False: what was recorded stays and is shown, nothing is added by itself. */
  readonly on: boolean;
  /** Days after which a record is forgotten; null: never. */
  readonly days: number | null;
  /** The browser tells when an address changes, while a tab of the page is open. */
  readonly tell: boolean;
};

/** Where nothing was chosen a history is kept longer than Azure keeps anything, and not for ever. */
export const defaultRecording: Recording = { on: true, days: 1_100, tell: false };

/** What can be chosen of `days`. */
export const retentions = [90, 365, 1_100, null] as const;

const prefix = 'apim-ip.recording';

/** The stored choice; the default where there is none, or where it cannot be read. */
export function loadRecording(partition: Partition): Recording {
  try {
    const [on, days, tell] = (localStorage.getItem(keyOf(partition)) ?? '').split(' ');
    if (on !== 'on' && on !== 'off') return defaultRecording;
    const kept = retentions.find(one => String(one) === days);
    return {
      on: on === 'on',
      days: kept === undefined ? defaultRecording.days : kept,
      tell: tell === 'tell',
    };
  } catch {
    return defaultRecording;
  }
}

/** False where the browser keeps nothing: the choice then lasts until the page is left. */
export function saveRecording(partition: Partition, { on, days, tell }: Recording): boolean {
  try {
    localStorage.setItem(keyOf(partition), `${on ? 'on' : 'off'} ${days}${tell ? ' tell' : ''}`);
    return true;
  } catch {
    return false;
  }
}

function keyOf({ cloud, tenant, account }: Partition): string {
  return [prefix, cloud, tenant, account].join('.').toLowerCase();
}
