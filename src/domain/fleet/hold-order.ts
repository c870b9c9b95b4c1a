import type { FleetRow } from './fleet-row.ts';

/**
 * Keeps rows that the reader sees where they are when a refresh would move them: rows known before keep their order
 * among each other, a new row stands behind the one that it follows in the sorted order. `sorted` itself comes back
 * where nothing is out of order.
 */
export function holdOrder(
  previous: ReadonlyMap<string, number>,
  sorted: readonly FleetRow[],
): readonly FleetRow[] {
  let last = -1;
  let moved = false;
  for (const { key } of sorted) {
    const at = previous.get(key);
    if (at === undefined) continue;
    if (at < last) moved = true;
    last = at;
  }
  if (!moved) return sorted;

  const known = sorted
    .filter(row => previous.has(row.key))
    .sort((a, b) => (previous.get(a.key) ?? 0) - (previous.get(b.key) ?? 0));
  const followers = new Map<string, FleetRow[]>();
  let before = '';
  for (const row of sorted) {
    if (previous.has(row.key)) before = row.key;
    else followers.set(before, [...(followers.get(before) ?? []), row]);
  }
  return [...(followers.get('') ?? []), ...known.flatMap(row => [row, ...(followers.get(row.key) ?? [])])];
}

/** The place of each row, for the next call of `holdOrder`. */
export function placesOf(rows: readonly FleetRow[]): ReadonlyMap<string, number> {
  return new Map(rows.map((row, index) => [row.key, index]));
}
