import { factsKey } from './comparable.ts';
import { contradict } from './difference.ts';
import type { ObservationSource, ServiceFacts } from './facts.ts';
import { hashNumber } from './hash.ts';
import type { Observation } from './observation.ts';
import { instantOf } from './time.ts';

/** One look at one service. */
export type Sight = {
  readonly facts: ServiceFacts;
  /** Hash of the facts (`factsHash`), so that a whole fleet is compared number by number. */
  readonly hash: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly source: ObservationSource;
  /** False while Azure is carrying out an operation on the service (`isSettled`). */
  readonly settled: boolean;
};

export type Decision =
  /** The same facts were seen last: their last sight moves on. Not `open`: they are known to have held then, and ended since. */
  | { readonly kind: 'extend'; readonly observation: Observation; readonly open: boolean }
  /** Written as a new observation; `differs`: it contradicts what was known. What a file tells is not what this browser saw. */
  | { readonly kind: 'write'; readonly differs: boolean }
  /** Half of an operation: not written until Azure is done. */
  | { readonly kind: 'hold' }
  /** A difference that only Resource Graph saw: ARM is to be asked first. */
  | { readonly kind: 'ask' };

/** What a look at a service means, given all that is known of it. */
export function decide(known: readonly Observation[], sight: Sight): Decision {
  const open = openOnes(known);
  const same = [
    ...open.filter(one => instantOf(one.at) <= sight.at && factsHash(one.facts) === sight.hash).reverse(),
    ...known.filter(one => covers(one, sight.at) && factsHash(one.facts) === sight.hash),
  ];
  const own = same.find(one => one.observer !== 'file');
  if (own) return { kind: 'extend', observation: own, open: open.includes(own) };
  if (same.length > 0) return { kind: 'write', differs: false };

  if (!sight.settled) return { kind: 'hold' };
  const differs = open.some(one => contradict(one.facts, sight.facts));
  if (differs && sight.source === 'resource-graph') return { kind: 'ask' };
  return { kind: 'write', differs };
}

function covers(observation: Observation, at: number): boolean {
  return instantOf(observation.at) <= at && at <= instantOf(observation.until);
}

/** A number that is equal for facts that are the same (`sameFacts`); never 0. */
export function factsHash(facts: ServiceFacts): number {
  return hashNumber(factsKey(facts));
}

/** The observations after whose last sight nobody saw anything else, in the order of their last sights. */
export function openOnes(observations: readonly Observation[]): readonly Observation[] {
  const inOrder = observations
    .map(observation => ({ observation, until: instantOf(observation.until) }))
    .sort((a, b) => a.until - b.until);
  // The next one usually contradicts already: that makes this one pass.
  return inOrder.flatMap(({ observation, until }, index) => {
    for (let later = index + 1; later < inOrder.length; later++) {
      const other = inOrder[later];
      if (other && other.until > until && contradict(other.observation.facts, observation.facts)) return [];
    }
    return [observation];
  });
}
