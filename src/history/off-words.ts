import type { OffReason } from './status.ts';

export type OffWords = {
  readonly title: string;
  readonly text: string;
  /** Trying again can help, once the reader did something. */
  readonly retry: boolean;
};

const words: Readonly<Record<OffReason, OffWords>> = {
  'switched-off': {
    title: 'Nothing is recorded on this device',
    text: 'Recording is switched off. What Azure itself recorded is shown.',
    retry: false,
  },
  unavailable: {
    title: 'Nothing is recorded on this device',
    text: 'This browser gives the page no storage, as in some private windows. What Azure itself recorded is shown.',
    retry: false,
  },
  blocked: {
    title: 'Recording waits for another tab',
    text: 'Another tab of this page holds an older version of the history open. Close it, or reload it.',
    retry: true,
  },
  replaced: {
    title: 'Recording has stopped in this tab',
    text: 'A newer version of the page took over the history. Reload the page.',
    retry: false,
  },
  newer: {
    title: 'Nothing is recorded on this device',
    text: 'The history here was written by a newer version of the page. It is kept as it is. Reload the page.',
    retry: false,
  },
  quota: {
    title: 'Recording has stopped',
    text: 'The storage of this device, or the share of this page, is full. What was recorded is kept. Make room and try again.',
    retry: true,
  },
  damaged: {
    title: 'The history cannot be read',
    text: 'The browser reports that its database is damaged. Clearing the history starts it anew.',
    retry: true,
  },
  failed: {
    title: 'Recording has stopped',
    text: 'The browser closed its database, or it failed. What was recorded is kept, unless the data of this site was cleared.',
    retry: true,
  },
};

/** Why nothing is recorded, and what can be done about it. */
export function historyOffWords(reason: OffReason): OffWords {
  return words[reason];
}
