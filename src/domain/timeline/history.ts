import { type Change, compareChanges, joinChanges } from './change.ts';
import { compareObservations, joinObservations, type Observation, observationId } from './observation.ts';

/** Everything that is kept: what was observed, and what Azure recorded. Observed changes follow from the observations. */
export type History = {
  readonly observations: readonly Observation[];
  /** Of sources `change-history` and `activity-log`. */
  readonly changes: readonly Change[];
};

export const emptyHistory: History = { observations: [], changes: [] };

/**
 * Puts histories together: each record once. Idempotent, commutative and associative, so it does not matter who imports
 * whose file first or twice. Observations that disagree are all kept.
 */
export function mergeHistories(...histories: readonly History[]): History {
  const observations = new Map<string, Observation>();
  const changes = new Map<string, Change>();
  for (const history of histories) {
    for (const one of history.observations) {
      const id = observationId(one);
      const known = observations.get(id);
      observations.set(id, known ? joinObservations(known, one) : one);
    }
    for (const one of history.changes) {
      if (one.source === 'observed') continue;
      const known = changes.get(one.id);
      changes.set(one.id, known ? joinChanges(known, one) : one);
    }
  }
  return {
    observations: [...observations.values()].sort(compareObservations),
    changes: [...changes.values()].sort(compareChanges),
  };
}
