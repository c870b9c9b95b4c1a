import { useSyncExternalStore } from 'react';
import { isAnotherList } from '../../domain/allowlist/another-list.ts';

export type PastedList = {
  readonly text: string;
  /** Goes up when the text is another list, not when it is edited: what was chosen for the one is not for the other. */
  readonly number: number;
};

/**
 * The pasted list, in the memory of this tab and nowhere else: it outlives a look at another screen, and is gone with a
 * reload. Rule lists name other people's networks, so they are neither stored nor sent nor put into a link.
 */
let list: PastedList = { text: '', number: 0 };
const listeners = new Set<() => void>();

function set(text: string): void {
  list = { text, number: isAnotherList(list.text, text) ? list.number + 1 : list.number };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePastedList(): readonly [list: PastedList, setText: (text: string) => void] {
  return [useSyncExternalStore(subscribe, () => list), set];
}
