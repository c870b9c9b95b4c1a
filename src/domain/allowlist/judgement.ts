import type { IpRange } from '../ranges/ip-range.ts';
import type { RangeSet } from '../ranges/range-set.ts';
import type { AllowList, ListEntry } from './list.ts';
import type { Gap, Need } from './needs.ts';

/**
 * What an entry is. `covered`: needed as it is; `wider`: needed, and holds other addresses too; `stale`: formerly one of
 * ours; `not-needed`: of ours, but not for these services and purposes; `unknown`: nothing here tells whose it is;
 * `refuses`: a rule that lets nothing through; `no-effect`: a rule that says nothing about what is needed.
 */
export type EntryClass = 'covered' | 'wider' | 'stale' | 'not-needed' | 'unknown' | 'refuses' | 'no-effect';

export type EntryVerdict = {
  readonly entry: ListEntry;
  readonly class: EntryClass;
  /** A few words: `North Europe, outbound IP`, `covers 2 that you need, 254 others`. */
  readonly detail: string;
  /** Of a stale entry why it changed, of a wider one what is needed, of others which service; empty where nothing is to be added. */
  readonly note: string;
  /** What of it is needed. */
  readonly needed: RangeSet;
  /** How many further addresses it holds; 0 where it is not wider. */
  readonly others: bigint;
  /** Refuses something that is needed. */
  readonly alarming: boolean;
  /** Why the whole answer may not hold because of it, a sentence; empty where there is no such reason. */
  readonly doubt: string;
};

export type LineVerdict = {
  readonly line: number;
  readonly class: EntryClass | 'no-address';
  readonly detail: string;
  readonly note: string;
  readonly alarming: boolean;
  /** How many further entries of the line have other verdicts. */
  readonly more: number;
};

export type NeedVerdict = {
  readonly need: Need;
  readonly state: 'covered' | 'partly' | 'missing';
  /** Of a range: what of it the list does not let through. */
  readonly lacking: RangeSet;
  /** The lines that let it through, at most three. */
  readonly lines: readonly number[];
  /** Let through by an entry that is wider than needed. */
  readonly byWider: boolean;
  /** A rule that refuses it and is about addresses like this one, not about all the rest. */
  readonly refusedBy: ListEntry | null;
};

export type Judgement = {
  readonly list: AllowList;
  /** One for each entry of the list, in its order. */
  readonly entries: readonly EntryVerdict[];
  /** By line; lines without an address or a problem have none. */
  readonly lines: ReadonlyMap<number, LineVerdict>;
  readonly needs: readonly NeedVerdict[];
  readonly gaps: readonly Gap[];
  /** Further reasons why the answer may not hold, a sentence each. */
  readonly doubts: readonly string[];
  /** Everything that a readable service has now: never taken out of a list. */
  readonly owned: RangeSet;
  /** The names of the services that have some of a range now, in their order. */
  readonly ownersOf: (range: IpRange) => readonly string[];
};
