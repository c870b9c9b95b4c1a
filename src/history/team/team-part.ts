import { armKey } from '../../domain/arm-id.ts';
import type { Change } from '../../domain/timeline/change.ts';
import { factsHash } from '../../domain/timeline/decide.ts';
import type { ObservationSource } from '../../domain/timeline/facts.ts';
import type { FileRecord } from '../../domain/timeline/file.ts';
import { recordOfLine } from '../../domain/timeline/file-read.ts';
import { changeLine, observationLine } from '../../domain/timeline/file-write.ts';
import { hashNumber } from '../../domain/timeline/hash.ts';
import type { History } from '../../domain/timeline/history.ts';
import type { Observation } from '../../domain/timeline/observation.ts';
import { instantOf, isoOf } from '../../domain/timeline/time.ts';
import type { ServiceKey } from '../schema.ts';

/** The last observation of one source in a part: until when it was seen (milliseconds) and the hash of its facts. 0: none. */
export type LastSight = { readonly until: number; readonly facts: number };
export type LastSights = Readonly<Record<ObservationSource, LastSight>>;

/**
 * What a team's file tells of a service, or a piece of it, as lines. "Last seen" moves on with every run of a recorder, so
 * it stands apart: a service of which nothing else is new has the same text and the same hash as before.
 */
export type TeamPart = {
  readonly service: ServiceKey;
  readonly text: string;
  readonly hash: number;
  readonly last: LastSights;
};

const noSight: LastSight = { until: 0, facts: 0 };
export const noSights: LastSights = { arm: noSight, 'resource-graph': noSight };

/** The lines of one service until its part is made of them. */
export class PartBuilder {
  private readonly lines: string[] = [];
  private readonly last = new Map<
    ObservationSource,
    { readonly line: number; readonly observation: Observation }
  >();
  /** Characters so far. */
  length = 0;

  constructor(readonly service: ServiceKey) {}

  /** Observed changes follow from the observations and are not kept. */
  add(record: FileRecord): void {
    if (record.type === 'change' && record.change.source === 'observed') return;
    const line =
      record.type === 'observation'
        ? observationLine(record.observation)
        : changeLine(record.change, { names: true });
    if (record.type === 'observation')
      this.last.set(record.observation.source, {
        line: this.lines.length,
        observation: record.observation,
      });
    this.lines.push(line);
    this.length += line.length;
  }

  /** Undefined where nothing is to be kept. */
  build(): TeamPart | undefined {
    if (this.lines.length === 0) return undefined;
    const last: Record<ObservationSource, LastSight> = { ...noSights };
    for (const [source, { line, observation }] of this.last) {
      last[source] = { until: instantOf(observation.until), facts: factsHash(observation.facts) };
      this.lines[line] = observationLine({ ...observation, until: observation.at });
    }
    const text = this.lines.join('');
    return { service: this.service, text, hash: hashNumber(text), last };
  }
}

/** The key under which a record of a file is kept. */
export function serviceOf(record: FileRecord): ServiceKey {
  return armKey(record.type === 'observation' ? record.observation.service : record.change.service);
}

/** The records of a part, as those of the team. A line that was damaged in storage is left out. */
export function historyOfPart({ text, last }: Pick<TeamPart, 'text' | 'last'>): History {
  const observations: Observation[] = [];
  const changes: Change[] = [];
  const newest = new Map<ObservationSource, number>();
  for (const line of text.split('\n')) {
    const record = line === '' ? undefined : recordOfLine(line);
    if (record?.type === 'change') changes.push(record.change);
    if (record?.type !== 'observation') continue;
    newest.set(record.observation.source, observations.length);
    observations.push({ ...record.observation, observer: 'team' });
  }
  for (const [source, index] of newest) {
    const observation = observations[index];
    if (observation) observations[index] = { ...observation, until: isoOf(last[source].until) };
  }
  return { observations, changes };
}
