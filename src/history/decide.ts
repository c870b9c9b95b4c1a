import { contradict } from '../domain/timeline/difference.ts';
import type { ObservationSource, ServiceFacts } from '../domain/timeline/facts.ts';
import type { Observation } from '../domain/timeline/observation.ts';
import { instantOf } from '../domain/timeline/time.ts';
import { openOnes } from './ledger-store.ts';
import { hashOf } from './service-records.ts';

/** One look at one service. */
export type Sight = {
  readonly facts: ServiceFacts;
  /** Hash of the facts (`factsHash`). */
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
  /** Written as a new observation; `differs`: it contradicts what was known. */
  | { readonly kind: 'write'; readonly differs: boolean }
  /** Half of an operation: not written until Azure is done. */
  | { readonly kind: 'hold' }
  /** A difference that only Resource Graph saw: ARM is to be asked first. */
  | { readonly kind: 'ask' };

/** What a look at a service means, given all that is known of it. */
export function decide(known: readonly Observation[], sight: Sight): Decision {
  const open = openOnes(known);
  const same =
    open.findLast(one => instantOf(one.at) <= sight.at && hashOf(one) === sight.hash) ??
    known.find(one => covers(one, sight.at) && hashOf(one) === sight.hash);
  if (same) return { kind: 'extend', observation: same, open: open.includes(same) };

  if (!sight.settled) return { kind: 'hold' };
  const differs = open.some(one => contradict(one.facts, sight.facts));
  if (differs && sight.source === 'resource-graph') return { kind: 'ask' };
  return { kind: 'write', differs };
}

function covers(observation: Observation, at: number): boolean {
  return instantOf(observation.at) <= at && at <= instantOf(observation.until);
}
