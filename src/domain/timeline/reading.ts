import type { ObservationSource, ServiceFacts } from './facts.ts';

/** One service as it was read. */
export type Sighting = {
  /** ARM id. */
  readonly service: string;
  readonly facts: ServiceFacts;
  /** False while Azure is carrying out an operation on it (`isSettled`). */
  readonly settled: boolean;
};

/** What one reading of Azure saw: a whole fleet or a single service. */
export type Reading = {
  /** When it was read, in milliseconds since 1970. */
  readonly at: number;
  readonly source: ObservationSource;
  readonly sightings: readonly Sighting[];
  /**
   * Ids of the subscriptions of which every service was read. A known service of theirs that was not seen has vanished;
   * Resource Graph drops what it may not read without a word, so name only subscriptions that were seen to be readable.
   */
  readonly listed?: readonly string[];
  /** ARM ids of services that stood in the lists and could not be read: they have not vanished. */
  readonly unreadable?: readonly string[];
  /** ARM ids of services that were asked for one by one and are not there, or may not be read. */
  readonly absent?: readonly string[];
};

/** A difference that only Resource Graph saw: read the service from ARM, then record that reading. */
export type Pending = { readonly service: string; readonly reason: 'differs' | 'absent' };

/** What came of recording a reading. */
export type RecordOutcome = {
  /** ARM ids of services of which a change was written. */
  readonly changed: readonly string[];
  /** Services recorded for the first time. */
  readonly first: number;
  /** Services seen again as they were. */
  readonly unchanged: number;
  /** ARM ids of services that differ while an operation is under way: recorded when Azure is done. */
  readonly held: readonly string[];
  readonly pending: readonly Pending[];
};
