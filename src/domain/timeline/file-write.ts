import type { Change } from './change.ts';
import { type FileHead, fileFormat, fileVersion } from './file.ts';
import type { Observation } from './observation.ts';

export type WriteOptions = {
  /** Write who made a change. Off unless the reader asks: the file is made to be passed on. */
  readonly names: boolean;
};

/** The first line of a history file, with its line break. */
export function headLine({ exportedAt, cloud, tenant }: FileHead): string {
  return `${JSON.stringify({ format: fileFormat, version: fileVersion, exportedAt, cloud, tenant })}\n`;
}

export function observationLine({ service, at, until, source, facts }: Observation): string {
  return `${JSON.stringify({ type: 'observation', service, at, until, source, facts })}\n`;
}

/** A change as a line: what is null is left out. `status` is that of an operation of the activity log. */
export function changeLine(change: Change, { names }: WriteOptions): string {
  const { id, service, at, notBefore, source, causes, differences, truncated } = change;
  const optional = {
    correlationId: change.correlationId,
    changedBy: names ? change.changedBy : null,
    changedByType: change.changedByType,
    operation: change.operation,
    status: change.status,
  };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null));
  return `${JSON.stringify({
    type: 'change',
    id,
    service,
    at,
    ...(notBefore === null ? {} : { notBefore }),
    source,
    causes,
    differences,
    ...present,
    truncated,
  })}\n`;
}
