import { countBefore } from '../count-before.ts';
import { type Step, stepsOf } from './derive.ts';
import type { EntrySource } from './entry.ts';
import { type Observation, type Observer, observerOf } from './observation.ts';
import { isPartOf } from './same-change.ts';
import { clockTolerance } from './time.ts';

const sourceOf: Readonly<Record<Observer, EntrySource>> = {
  here: 'observed',
  team: 'recorded',
  file: 'imported',
};

/**
 * Tells who saw a step that follows from the observations of everybody: whoever's own observations show it as well, or a
 * longer step that it begins or ends. Where nobody's alone do, the step lies between what one and the other saw.
 */
export function witnessesOf(observations: readonly Observation[]): (step: Step) => readonly EntrySource[] {
  const observers = [...new Set(observations.map(observerOf))].sort();
  const everybody = observers.map(one => sourceOf[one]);
  if (observers.length < 2) return () => everybody;
  const alone = observers.map(observer => ({
    source: sourceOf[observer],
    steps: stepsOf(observations.filter(one => observerOf(one) === observer)),
  }));
  return step => {
    const told = alone.filter(({ steps }) => tells(steps, step)).map(one => one.source);
    return told.length > 0 ? told : everybody;
  };
}

/** `steps` are in the order of time. */
function tells(steps: readonly Step[], wanted: Step): boolean {
  const [earliest, latest] = [wanted.notBefore - clockTolerance, wanted.at + clockTolerance];
  let index = countBefore(steps, step => step.at < earliest);
  for (let step = steps[index]; step && step.notBefore <= latest; step = steps[++index]) {
    const { differences } = step;
    if (wanted.differences.some(one => differences.some(other => isPartOf(one, other)))) return true;
  }
  return false;
}
