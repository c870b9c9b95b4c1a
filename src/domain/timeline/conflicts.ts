import { type Difference, differencesBetween } from './difference.ts';
import { isAbsent } from './facts.ts';
import type { Observation } from './observation.ts';
import type { Conflict } from './resolve.ts';

/** A conflict as it is shown: the span, the two observations and the facts on which they disagree. Milliseconds since 1970. */
export type ShownConflict = {
  readonly from: number;
  readonly to: number;
  readonly observations: readonly [Observation, Observation];
  /** `before` is what the first observation says, `after` the second. Empty where one of them did not see the service at all. */
  readonly disagreements: readonly Difference[];
};

/** Observations that hold for one time and cannot both be true, oldest first. Both are kept; neither is believed. */
export function shownConflicts(conflicts: readonly Conflict[]): readonly ShownConflict[] {
  return [...conflicts]
    .sort((a, b) => a.from - b.from)
    .map(conflict => {
      const [one, other] = conflict.observations;
      const absent = isAbsent(one.facts) || isAbsent(other.facts);
      return { ...conflict, disagreements: absent ? [] : differencesBetween(one.facts, other.facts) };
    });
}
