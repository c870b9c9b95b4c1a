import { armKey } from '../arm-id.ts';
import { compareText } from '../compare-text.ts';
import { factsKey } from './comparable.ts';
import type { ObservationSource, ServiceFacts } from './facts.ts';
import { hashId } from './hash.ts';
import { instantOf } from './time.ts';

/** What a service looked like from one moment to another: the same facts were seen at `at` and last at `until`. */
export type Observation = {
  /** ARM id of the service. */
  readonly service: string;
  /** ISO time of the first sight. */
  readonly at: string;
  /** ISO time of the last sight; never before `at`. */
  readonly until: string;
  readonly source: ObservationSource;
  readonly facts: ServiceFacts;
  /**
   * Who looked, where it was not this browser: the recorder of the reader's team, or whoever wrote a file that the reader
   * took in. Known by where the record came from, never part of a file.
   */
  readonly observer?: 'team' | 'file';
};

/** Who looked at a service. */
export type Observer = 'here' | 'team' | 'file';

export function observerOf({ observer }: Observation): Observer {
  return observer ?? 'here';
}

/** The records of a team's file, or of one that was taken in, as such. */
export function observedBy(
  observer: 'team' | 'file',
  observations: readonly Observation[],
): readonly Observation[] {
  return observations.map(one => ({ ...one, observer }));
}

/** Two records with one id are the same observation, one of them perhaps written down earlier (a smaller `until`). */
export function observationId(observation: Observation): string {
  const { service, at, source, facts } = observation;
  return hashId(`${armKey(service)}|${instantOf(at)}|${source}|${factsKey(facts)}`);
}

/**
 * The same observation seen twice: the later last sight; of two spellings the smaller one, so that the order of arrival
 * does not matter. Two observers never look in the same millisecond: one that the team's file has as well came from it, and
 * one that a file has which was taken in went into that file from here.
 */
export function joinObservations(a: Observation, b: Observation): Observation {
  const base = JSON.stringify([a.service, a.facts]) <= JSON.stringify([b.service, b.facts]) ? a : b;
  const until = instantOf(a.until) >= instantOf(b.until) ? a.until : b.until;
  const observers = [a.observer, b.observer];
  const observer = observers.includes('team') ? 'team' : observers.includes(undefined) ? undefined : 'file';
  if (base.until === until && base.observer === observer) return base;
  const { observer: _, ...rest } = base;
  return { ...rest, until, ...(observer && { observer }) };
}

/** Order of records in files and lists: by time, then by what never ties. */
export function compareObservations(a: Observation, b: Observation): number {
  return (
    instantOf(a.at) - instantOf(b.at) ||
    instantOf(a.until) - instantOf(b.until) ||
    compareText(a.source, b.source) ||
    compareText(factsKey(a.facts), factsKey(b.facts))
  );
}
