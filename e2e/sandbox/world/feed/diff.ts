import { isList, isObject, type Json, listOf } from '../json.ts';

/** How `resourcechanges` writes what Azure's documents leave open (azure-facts 5.3): both forms must be read. */
export type ChangeStyle = {
  /** `index` names members (`publicIPAddresses[0]`), `whole` gives the list as JSON text. */
  readonly arrays: 'index' | 'whole';
  /** Absence as null (2024-06-01-preview) or as the text "null" (2022-05-01). */
  readonly absent: null | 'null';
};

export type PropertyChange = {
  readonly previousValue: string | null;
  readonly newValue: string | null;
  readonly propertyChangeType: 'Insert' | 'Update' | 'Remove';
  readonly isTruncated?: 'true';
};

const longest = 600;

/** Every path at which two payloads differ, in the notation of the style; values are text, long ones cut. */
export function propertyChanges(
  before: Json | undefined,
  after: Json | undefined,
  style: ChangeStyle,
): Readonly<Record<string, PropertyChange>> {
  const changes: Record<string, PropertyChange> = {};
  for (const [path, previous, next] of differences(before, after, '', style.arrays)) {
    const previousValue = textOf(previous, style.absent);
    const newValue = textOf(next, style.absent);
    const truncated = [previousValue, newValue].some(text => text !== null && text.length > longest);
    changes[path] = {
      previousValue: previousValue?.slice(0, longest) ?? null,
      newValue: newValue?.slice(0, longest) ?? null,
      propertyChangeType: isAbsent(previous) ? 'Insert' : isAbsent(next) ? 'Remove' : 'Update',
      ...(truncated ? { isTruncated: 'true' } : {}),
    };
  }
  return changes;
}

type Difference = readonly [path: string, before: Json | undefined, after: Json | undefined];

function* differences(
  before: Json | undefined,
  after: Json | undefined,
  path: string,
  arrays: ChangeStyle['arrays'],
): Generator<Difference> {
  if (JSON.stringify(before ?? null) === JSON.stringify(after ?? null)) return;
  if (isObject(before ?? {}) && isObject(after ?? {}) && (isObject(before) || isObject(after))) {
    const [left, right] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)]))
      yield* differences(left[key], right[key], path === '' ? key : `${path}.${key}`, arrays);
    return;
  }
  const lists = (isList(before) || isAbsent(before)) && (isList(after) || isAbsent(after));
  if (!lists || arrays === 'whole') {
    yield [path, before, after];
    return;
  }
  const [left, right] = [listOf(before), listOf(after)];
  for (let index = 0; index < Math.max(left.length, right.length); index++)
    yield* differences(left[index], right[index], `${path}[${index}]`, arrays);
}

function isAbsent(value: Json | undefined): boolean {
  return value === null || value === undefined;
}

function textOf(value: Json | undefined, absent: ChangeStyle['absent']): string | null {
  if (value === null || value === undefined) return absent;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
