import type { FleetRow } from './fleet-row.ts';

/** Whether ordered rows begin with a service that an unexplained change holds on top (`sortRows`). */
export function hasPinned([first]: readonly FleetRow[]): boolean {
  return first?.kind === 'service' && (first.changes?.unexplained ?? null) !== null;
}
