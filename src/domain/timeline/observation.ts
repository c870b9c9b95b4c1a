import { armKey } from '../arm-id.ts';
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
};

/** Two records with one id are the same observation, one of them perhaps written down earlier (a smaller `until`). */
export function observationId(observation: Observation): string {
  const { service, at, source, facts } = observation;
  return hashId(`${armKey(service)}|${instantOf(at)}|${source}|${factsKey(facts)}`);
}

/** The same observation seen twice: the later last sight; of two spellings the smaller one, so that the order of arrival does not matter. */
export function joinObservations(a: Observation, b: Observation): Observation {
  const base = JSON.stringify([a.service, a.facts]) <= JSON.stringify([b.service, b.facts]) ? a : b;
  const until = instantOf(a.until) >= instantOf(b.until) ? a.until : b.until;
  return base.until === until ? base : { ...base, until };
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
