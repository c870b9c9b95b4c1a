import type { FleetRow, ServiceRow } from './fleet-row.ts';
import type { NetworkAnswer } from './network-answer.ts';

/** A row with its network, made once: what did not change stays the same object, and is not drawn again. */
const made = new WeakMap<ServiceRow, ServiceRow>();

/** The rows with what the reader's check of their network came to, by row key; a row without one is the same object. */
export function withNetwork(
  rows: readonly FleetRow[],
  answers: ReadonlyMap<string, NetworkAnswer>,
): readonly FleetRow[] {
  if (answers.size === 0) return rows;
  return rows.map(row => {
    if (row.kind === 'unreadable') return row;
    const network = answers.get(row.key);
    if (network === undefined) return row;
    const known = made.get(row);
    if (known?.network === network) return known;
    const next = { ...row, network };
    made.set(row, next);
    return next;
  });
}
