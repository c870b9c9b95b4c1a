import { comparable } from './comparable.ts';
import type { Difference } from './difference.ts';
import type { FactValue } from './facts.ts';

/** A place of Azure's list whose region could not be told. */
function isUnresolved(region: string | undefined): boolean {
  return region === 'primary' || region?.startsWith('additionalLocations[') === true;
}

/** What Azure tells of a list may be its changed members alone. */
function agrees(
  field: Difference['field'],
  told: FactValue | undefined,
  seen: FactValue | undefined,
): boolean {
  if (told === undefined || seen === undefined) return true;
  if (typeof told === 'object' && told !== null && typeof seen === 'object' && seen !== null)
    return told.every(one => seen.includes(one));
  return comparable(field, told) === comparable(field, seen);
}

/** Azure's difference is the observed one, or its first or last step. */
export function isPartOf(told: Difference, seen: Difference): boolean {
  return (
    told.field === seen.field &&
    (told.region === seen.region || isUnresolved(told.region)) &&
    (agrees(told.field, told.after, seen.after) || agrees(told.field, told.before, seen.before))
  );
}

function place(difference: Difference): string {
  return `${difference.region ?? ''}/${difference.field}`;
}

/** The net of differences in the order of time: first `before`, last `after`. What ended as it began is left in only if nothing else is. */
export function netDifferences(all: readonly Difference[]): readonly Difference[] {
  const net = new Map<string, Difference>();
  for (const one of all) {
    const known = net.get(place(one));
    if (!known) net.set(place(one), one);
    else {
      const { after: _, ...start } = known;
      net.set(place(one), one.after === undefined ? start : { ...start, after: one.after });
    }
  }
  if (net.size === all.length) return all;
  const changed = [...net.values()].filter(
    ({ field, before, after }) =>
      before === undefined || after === undefined || comparable(field, before) !== comparable(field, after),
  );
  return changed.length > 0 ? changed : all;
}

/** Observed values are whole; what Azure tells beside them is added. */
export function unite(seen: readonly Difference[], told: readonly Difference[]): readonly Difference[] {
  return [
    ...seen,
    ...told.filter(one => !seen.some(other => isPartOf(one, other) || place(one) === place(other))),
  ];
}
