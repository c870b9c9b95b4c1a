import { createContext, use } from 'react';
import type { ChangeSummary } from '../domain/fleet/change-summary.ts';
import type { Change } from '../domain/timeline/change.ts';
import type { ServiceSummary } from '../domain/timeline/summary.ts';
import type { HistoryStore, ImportResult } from './history-store.ts';
import { defaultRecording, type Recording } from './recording.ts';
import type { HistoryStatus } from './status.ts';
import type { TeamFile } from './team-file.ts';

/** What screens may do to the history; each tells the other tabs, and the screens anew. None of them rejects. */
export type HistoryActions = {
  /** Keeps records of Azure's change history and activity log. */
  readonly keep: (changes: readonly Change[]) => Promise<void>;
  /** Marks unexplained changes of a service as seen, by their marks. */
  readonly markSeen: (service: string, marks: readonly string[]) => Promise<void>;
  readonly importFile: (file: Blob) => Promise<ImportResult>;
  /** The history as the text of a file, in parts; null where it cannot be read. */
  readonly exportFile: (options: { readonly names: boolean }) => Promise<Blob | null>;
  readonly clear: () => Promise<void>;
  /** Keeps a choice about recording; a shorter time forgets at once what is older. */
  readonly choose: (choice: Partial<Recording>) => Promise<void>;
  /** Tries again after the history went off. */
  readonly retry: () => Promise<void>;
};

/** The history of whoever is signed in, as screens see it. */
export type HistoryView = {
  /** Undefined until it is open, and where the configuration switches it off. */
  readonly store: HistoryStore | undefined;
  readonly actions: HistoryActions | undefined;
  readonly status: HistoryStatus;
  readonly recording: Recording;
  /** Services that ever changed; undefined until they were read. */
  readonly summaries: readonly ServiceSummary[] | undefined;
  /** The same as the fleet reads it; undefined while nothing was recorded. */
  readonly changes: ChangeSummary | undefined;
  /** Moves on whenever something was written, here or in another tab. */
  readonly version: number;
  /** When this account's last visit on this device ended, in epoch ms; null for the first one. */
  readonly lastVisit: number | null;
  /** The history file that a team keeps beside the page; null where the configuration names none. */
  readonly team: TeamFile | null;
};

/** Before the code of the history is here. */
export const historyOnItsWay: HistoryView = {
  store: undefined,
  actions: undefined,
  status: { status: 'opening' },
  recording: defaultRecording,
  summaries: undefined,
  changes: undefined,
  version: 0,
  lastVisit: null,
  team: null,
};

export const HistoryContext = createContext(historyOnItsWay);

/** The recorded history; it comes after the first paint and moves on as readings are recorded. */
export function useHistory(): HistoryView {
  return use(HistoryContext);
}
