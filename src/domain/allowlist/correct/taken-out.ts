import { toCidrs } from '../../ranges/cidrs.ts';
import { countOf, rangeSet, subtract, union, within } from '../../ranges/range-set.ts';
import { rangesOfValue, type Tags } from '../entry-ranges.ts';
import type { EntryVerdict, Judgement } from '../judgement.ts';

/** The classes that a reader may have taken out of a list; nothing is by default. */
export type Ticks = { readonly stale: boolean; readonly wider: boolean; readonly 'not-needed': boolean };

export const noTicks: Ticks = { stale: false, wider: false, 'not-needed': false };

export function isTicked(ticks: Ticks, { class: kind }: EntryVerdict): boolean {
  return (kind === 'stale' || kind === 'wider' || kind === 'not-needed') && ticks[kind];
}

/** More than these are no narrower list, they are another one. */
const mostParts = 64;

export type TakenOut =
  /** The CIDRs that stay in the place of the entry; none: it goes. `forOthers` are those of them that are not needed here. */
  | { readonly kind: 'replaced'; readonly by: readonly string[]; readonly forOthers: readonly string[] }
  /** It stays as it is, for a reason that the reader is told. */
  | { readonly kind: 'kept'; readonly why: string };

/**
 * What remains of an entry of a ticked class: what is needed of it, and every address that a readable service has now,
 * chosen or not: taking one of those out would break something that this product can see.
 */
export function takenOut(verdict: EntryVerdict, { owned }: Judgement, tags: Tags): TakenOut {
  const { entry, needed } = verdict;
  const ranges = rangesOfValue(entry.value, tags);
  if (!ranges) return { kind: 'replaced', by: [], forOthers: [] };
  const whole = rangeSet(ranges);
  const inUse = ranges.map(range => within(owned, range)).reduce(union, needed);
  if (countOf(subtract(whole, inUse)) === 0n)
    return { kind: 'kept', why: 'a service that you can read has it now' };
  const forOthers = toCidrs(subtract(inUse, needed));
  const by = [...toCidrs(needed), ...forOthers];
  if (by.length > mostParts) return { kind: 'kept', why: 'too much of it is in use to be named one by one' };
  return { kind: 'replaced', by, forOthers };
}
