import { contradict } from './difference.ts';
import { compareObservations, type Observation } from './observation.ts';
import { clockTolerance, instantOf } from './time.ts';

/** A span in which an observation counts, in milliseconds since 1970, and the moments within it when somebody really looked. */
export type Stretch = {
  readonly observation: Observation;
  readonly from: number;
  readonly to: number;
  /** First and last sight; they lie inside `from` and `to` only where the observation was cut. */
  readonly sureFrom: number;
  readonly sureTo: number;
};

/** Two observations that hold for one time and cannot both be true. */
export type Conflict = {
  readonly from: number;
  readonly to: number;
  readonly observations: readonly [Observation, Observation];
};

export type Resolved = {
  /** In the order of the moments at which somebody looked. */
  readonly stretches: readonly Stretch[];
  readonly conflicts: readonly Conflict[];
};

type Open = {
  readonly observation: Observation;
  readonly from: number;
  readonly to: number;
  /** First and last moment inside at which somebody saw something else. */
  cutFrom: number;
  cutTo: number;
};

/** So many observers may overlap before conflicts among them are no longer searched: keeps a hostile file from costing a square. */
const openLimit = 32;

/** `a` was over when `b` began, as far as two clocks can tell. */
function precedes(a: Open, b: Open): boolean {
  return a.to <= b.from + clockTolerance;
}

/**
 * Puts the observations of one service, from any number of observers, in order. An observation says that its facts were
 * seen at its ends; where somebody saw something else in between it counts at its ends alone. An overlap shorter than the
 * tolerance of clocks is the order of two clocks; a longer one is also a conflict, because both claim the time.
 */
export function resolve(observations: readonly Observation[]): Resolved {
  const all: Open[] = observations
    .map(observation => ({
      observation,
      from: instantOf(observation.at),
      to: instantOf(observation.until),
      cutFrom: Number.POSITIVE_INFINITY,
      cutTo: Number.NEGATIVE_INFINITY,
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to || compareObservations(a.observation, b.observation));

  const conflicts: Conflict[] = [];
  let open: Open[] = [];
  for (const next of all) {
    open = open.filter(one => one.to > next.from).slice(-openLimit);
    for (const one of open) {
      if (precedes(one, next) || precedes(next, one)) continue;
      if (!contradict(one.observation.facts, next.observation.facts)) continue;
      conflicts.push({
        from: next.from,
        to: Math.min(one.to, next.to),
        observations: [one.observation, next.observation],
      });
      cut(one, next);
      cut(next, one);
    }
    open.push(next);
  }
  const stretches = all
    .flatMap(stretchesOf)
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...stretch }) => stretch);
  return { stretches: firstSightsFirst(stretches), conflicts };
}

/** Among neighbours that agree, the one that was seen first comes first: it dates the change. */
function firstSightsFirst(stretches: Stretch[]): readonly Stretch[] {
  stretches.forEach((stretch, index) => {
    let at = index;
    for (let steps = 0; at > 0 && steps < openLimit; at--, steps++) {
      const before = stretches[at - 1];
      if (!before || before.sureFrom <= stretch.sureFrom) break;
      if (contradict(before.observation.facts, stretch.observation.facts)) break;
      stretches[at] = before;
    }
    stretches[at] = stretch;
  });
  return stretches;
}

/** Takes the sights of `by` that lie inside `one`, by more than clocks may be wrong. */
function cut(one: Open, by: Open): void {
  for (const sight of [by.from, by.to]) {
    if (sight <= one.from + clockTolerance || sight >= one.to - clockTolerance) continue;
    one.cutFrom = Math.min(one.cutFrom, sight);
    one.cutTo = Math.max(one.cutTo, sight);
  }
}

/**
 * The order of stretches is that of their middles, so that two that overlap by less than the tolerance stay in order.
 * An end of an observation that was cut has its middle beside the sight, on the side on which it is known to have lasted.
 */
function stretchesOf({ observation, from, to, cutFrom, cutTo }: Open): (Stretch & { order: number })[] {
  if (cutFrom > cutTo) return [{ observation, from, to, sureFrom: from, sureTo: to, order: (from + to) / 2 }];
  const start = Math.min(cutFrom, from + 2 * clockTolerance);
  const end = Math.max(cutTo, to - 2 * clockTolerance);
  return [
    { observation, from, to: cutFrom, sureFrom: from, sureTo: from, order: (from + start) / 2 },
    { observation, from: cutTo, to, sureFrom: to, sureTo: to, order: (end + to) / 2 },
  ];
}
