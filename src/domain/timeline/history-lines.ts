import { armKey } from '../arm-id.ts';
import { byService } from './by-service.ts';
import { compareChanges } from './change.ts';
import { observedChanges } from './derive.ts';
import type { FileHead } from './file.ts';
import { changeLine, headLine, observationLine, type WriteOptions } from './file-write.ts';
import type { History } from './history.ts';

/** The lines of a history file, service by service: observations, then the changes of all three sources. */
export function* linesOfHistory(head: FileHead, history: History, options: WriteOptions): Generator<string> {
  const observations = byService(history.observations, one => armKey(one.service));
  const changes = byService(history.changes, one => armKey(one.service));
  yield headLine(head);
  for (const service of new Set([...observations.keys(), ...changes.keys()]))
    yield* linesOfService(
      { observations: observations.get(service) ?? [], changes: changes.get(service) ?? [] },
      options,
    );
}

/** The lines of one service; the observed changes follow from its observations and are written for people and scripts. */
export function* linesOfService(own: History, options: WriteOptions): Generator<string> {
  for (const observation of own.observations) yield observationLine(observation);
  const all = [...observedChanges(own.observations), ...own.changes].sort(compareChanges);
  for (const change of all) yield changeLine(change, options);
}
