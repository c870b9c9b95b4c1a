/** What the fleet shows of one service's recorded changes. */
export type ServiceChanges = {
  /** The newest change. */
  readonly last: { readonly at: string; readonly causes: readonly string[] };
  /** The newest unexplained change that nobody has marked as seen: it pins the service to the top. */
  readonly unexplained: { readonly at: string } | null;
};

/** Recorded changes by service, under `armKey` of its id. Undefined in the screen's model: nothing was recorded yet. */
export type ChangeSummary = ReadonlyMap<string, ServiceChanges>;

const day = 86_400_000;

/** Epoch ms from which on a change counts for `changed`: `14d` before now, or the ISO date itself. */
export function changedSince(changed: string, now: number): number {
  const days = /^(\d+)d$/i.exec(changed)?.[1];
  return days === undefined ? Date.parse(changed) : now - Number(days) * day;
}

/** Whether a service changed at or after a time. */
export function changedAfter(changes: ServiceChanges | undefined, since: number): boolean {
  return changes !== undefined && Date.parse(changes.last.at) >= since;
}
