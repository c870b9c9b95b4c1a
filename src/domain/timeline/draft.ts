import type { CauseCode, CauseContext } from './causes.ts';
import type { Change } from './change.ts';
import type { Difference } from './difference.ts';
import type { Who } from './entry.ts';
import { type Action, actionKey, succeededWithin } from './operations.ts';
import { netDifferences, unite } from './same-change.ts';
import { instantOf } from './time.ts';

/** A line in the making. */
export type Draft = {
  /** Milliseconds; `notBefore` is null where the moment itself is known. */
  readonly at: number;
  readonly notBefore: number | null;
  /** What Azure recorded. */
  readonly told: readonly Difference[];
  /** What was observed of it, in the order of time. */
  readonly seen: Difference[];
  /** What an observation that spans several of Azure's records adds, and the codes that it holds for a region. */
  readonly added: Difference[];
  readonly alsoExplained: Map<string, readonly CauseCode[]>;
  readonly changes: Change[];
  context: CauseContext;
  /** The action that the records of Azure's belong to. */
  readonly action: string | null;
  /** Set where no record of the line itself names anybody. */
  possible: Who | null;
};

/** A line of records that lie between two instants, and belong to an action of Azure's. */
export function newDraft(changes: readonly Change[], from: number, to: number, action: string | null): Draft {
  return {
    at: to,
    notBefore: from === to ? null : from,
    told: netDifferences(changes.flatMap(one => one.differences)),
    seen: [],
    added: [],
    alsoExplained: new Map(),
    changes: [...changes],
    context: { truncated: changes.some(one => one.truncated) },
    action,
    possible: null,
  };
}

/**
 * Rows of Azure's change history by action, in the order of time (as `changes` are): a long operation shows the mode at its start and the
 * addresses at its end. A row that names nobody belongs to the one succeeded action that was under way.
 */
export function draftsOfHistory(changes: readonly Change[], actions: ReadonlyMap<string, Action>): Draft[] {
  const groups = new Map<string, Change[]>();
  for (const row of changes.filter(one => one.source === 'change-history')) {
    const at = instantOf(row.at);
    const nameless = row.changedBy === null && !actions.has(actionKey(row));
    const during = nameless ? succeededWithin(actions.values(), at - 1, at) : [];
    const key = during.length === 1 && during[0] ? during[0].key : actionKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .map(([key, group]) => {
      const times = group.map(row => instantOf(row.at));
      return newDraft(group, Math.min(...times), Math.max(...times), key);
    })
    .sort((a, b) => a.at - b.at);
}

/** A line for an action of the log that belongs to no other. */
export function draftOfAction(action: Action): Draft {
  return newDraft(action.operations, action.from, action.to, action.key);
}

/** What was observed and what Azure recorded, as one list. */
export function differencesOf(draft: Draft): readonly Difference[] {
  return [...unite(netDifferences(draft.seen), draft.told), ...draft.added];
}
