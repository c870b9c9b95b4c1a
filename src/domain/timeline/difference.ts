import { comparable, comparableOf, factsKey, sortedRegions } from './comparable.ts';
import {
  type FactValue,
  isAbsent,
  isAddressField,
  type RegionFacts,
  type RegionField,
  regionFacts,
  regionFields,
  type ServiceFacts,
  type ServiceField,
  serviceFields,
} from './facts.ts';

/**
 * One field that differs; without `region` a field of the whole service. An absent `before` or `after` is not known
 * (a truncated value of Azure's), null is "not there". `primary` from or to null is a region that came or went, `tier`
 * from or to null the service itself.
 */
export type Difference = {
  readonly region?: string;
  readonly field: ServiceField | RegionField;
  readonly before?: FactValue;
  readonly after?: FactValue;
};

function regionDifferences(region: string, before: RegionFacts, after: RegionFacts): Difference[] {
  const found: Difference[] = [];
  for (const field of regionFields) {
    const from = before[field];
    const to = after[field];
    if (from === undefined || to === undefined || isEqual(from, to)) continue;
    const old = comparableOf(before, field);
    const now = comparableOf(after, field);
    if (old === undefined || now === undefined || old === now) continue;
    found.push({ region, field, before: from, after: to });
  }
  return found;
}

function isEqual(a: FactValue, b: FactValue): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

function isFilled(value: FactValue | undefined): value is FactValue {
  return value !== undefined && value !== null && value !== false;
}

/** The differences of a region that came (`side` after) or went (`side` before): what it brought or took along. */
function wholeRegion(region: string, facts: RegionFacts, side: 'before' | 'after'): Difference[] {
  const difference = (field: RegionField, value: FactValue): Difference =>
    side === 'after'
      ? { region, field, before: null, after: value }
      : { region, field, before: value, after: null };
  return [
    difference('primary', facts.primary ?? false),
    ...regionFields.flatMap(field => {
      const value = facts[field];
      return field !== 'primary' && isFilled(value) ? [difference(field, value)] : [];
    }),
  ];
}

/** What differs between two facts of a service that was there both times. A field that one of them did not read is no difference. */
export function differencesBetween(before: ServiceFacts, after: ServiceFacts): Difference[] {
  const found: Difference[] = [];
  for (const field of serviceFields) {
    const from = before[field];
    const to = after[field];
    if (from === undefined || to === undefined || from === to) continue;
    const old = comparable(field, from);
    const now = comparable(field, to);
    if (old === undefined || now === undefined || old === now) continue;
    found.push({ field, before: from, after: to });
  }
  if (!before.regions || !after.regions) return found;
  for (const name of allNames(sortedRegions(before).names, sortedRegions(after).names)) {
    const old = regionFacts(before, name);
    const now = regionFacts(after, name);
    if (old && now) found.push(...regionDifferences(name, old, now));
    else if (now) found.push(...wholeRegion(name, now, 'after'));
    else if (old) found.push(...wholeRegion(name, old, 'before'));
  }
  return found;
}

function allNames(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === b.length && a.every((name, index) => name === b[index])) return a;
  return [...new Set([...a, ...b])].sort();
}

/** The differences of a service that vanished: every region goes, and the tier is no longer there. */
export function differencesOfGone(before: ServiceFacts): Difference[] {
  return [
    { field: 'tier', ...(before.tier === undefined ? {} : { before: before.tier }), after: null },
    ...sortedRegions(before).regions.flatMap(([name, facts]) => wholeRegion(name, facts, 'before')),
  ];
}

/** The differences of a service that appeared where none was known before. */
export function differencesOfNew(after: ServiceFacts): Difference[] {
  return [
    appeared(after),
    ...sortedRegions(after).regions.flatMap(([name, facts]) => wholeRegion(name, facts, 'after')),
  ];
}

/** The mark of a service that was not there before. */
export function appeared(after: ServiceFacts): Difference {
  return { field: 'tier', before: null, ...(after.tier === undefined ? {} : { after: after.tier }) };
}

/** True where two facts cannot both hold at one time: a field that both read differs, or one saw the service and the other did not. */
export function contradict(a: ServiceFacts, b: ServiceFacts): boolean {
  if (a === b) return false;
  const gone = isAbsent(a);
  if (gone || isAbsent(b)) return gone !== isAbsent(b);
  return differencesBetween(a, b).length > 0;
}

/** Both read the same fields and found the same, whatever the order and the spelling. */
export function sameFacts(a: ServiceFacts, b: ServiceFacts): boolean {
  return a === b || factsKey(a) === factsKey(b);
}

/** True if the difference is one of an address set: the thing that the reader must not miss. */
export function isAddressDifference(difference: Difference): boolean {
  return isAddressField(difference.field);
}

/** The text under which two differences are the same one, for ids and for joining what two sources tell. */
export function differenceKey({ region = '', field, before, after }: Difference): string {
  const side = (value: FactValue | undefined) =>
    value === undefined ? '?' : (comparable(field, value) ?? text(value));
  return `${region}/${field}:${side(before)}>${side(after)}`;
}

function text(value: FactValue): string {
  return value === null ? '' : String(value).toLowerCase();
}
