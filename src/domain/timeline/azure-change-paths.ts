import { isRegionProperty, RegionPlace, type Side, type Sides } from './azure-region-place.ts';
import { type AzureValue, azureValue, isAzureObject, member, textOf } from './azure-value.ts';
import { comparable } from './comparable.ts';
import { type Difference, differencesBetween } from './difference.ts';
import { addressFields, type RegionFacts, type ServiceField } from './facts.ts';

/** One property of a row of Azure's change history. */
export type PropertyChange = {
  readonly previousValue?: unknown;
  readonly newValue?: unknown;
  /** True or the text "true". */
  readonly isTruncated?: unknown;
};

/** What the row itself does not say: which region a path speaks of. */
export type RegionContext = {
  /** Short form of the primary region. */
  readonly primary: string | null;
  /** Short forms of the additional regions, in ARM's order. */
  readonly additional: readonly string[];
  /** Region by address, from everything known of the service: surer than an index. */
  readonly regionOfAddress?: ReadonlyMap<string, string>;
};

export type PathDifferences = {
  readonly differences: readonly Difference[];
  /** A value that speaks of a fact was cut short by Azure. */
  readonly cutShort: boolean;
};

const serviceProperties: ReadonlyMap<string, ServiceField> = new Map([
  ['properties.virtualnetworktype', 'vnetMode'],
  ['properties.publicnetworkaccess', 'publicNetworkAccess'],
  ['properties.createdatutc', 'createdAt'],
  ['sku.name', 'tier'],
  ['sku', 'tier'],
]);

type Row = {
  readonly service: Difference[];
  readonly primary: RegionPlace;
  readonly additional: Map<number, RegionPlace>;
};

/** `properties.additionalLocations[1].zones` and `properties.additionalLocations.1.zones` alike. */
function segmentsOf(path: string): string[] {
  return path
    .toLowerCase()
    .split(/[.[\]]/)
    .filter(Boolean);
}

/**
 * The differences that a row tells, whatever its notation: a whole array, one of its members, or a field inside. Tags,
 * units, states of provisioning and everything else that is no fact of the timeline is left out. A region that cannot be
 * told keeps the name of its place, such as `additionalLocations[0]`.
 */
export function differencesOfPaths(
  changes: Readonly<Record<string, PropertyChange>>,
  context: RegionContext,
): PathDifferences {
  const row: Row = { service: [], primary: new RegionPlace(), additional: new Map() };
  let cutShort = false;
  for (const [path, change] of Object.entries(changes)) {
    const truncated = String(change.isTruncated ?? '').toLowerCase() === 'true';
    const sides: Sides = {
      before: azureValue(change.previousValue, truncated),
      after: azureValue(change.newValue, truncated),
    };
    const isFact = take(row, segmentsOf(path), sides);
    if (isFact && truncated) cutShort = true;
  }
  return { differences: [...row.service, ...regionDifferences(row, context)], cutShort };
}

/** True if the property is a fact of the timeline. */
function take(row: Row, segments: readonly string[], sides: Sides): boolean {
  const [first = '', second = '', ...rest] = segments;
  const field = serviceProperties.get(segments.join('.'));
  if (field) {
    takeServiceField(row.service, field, sides);
    return true;
  }
  if (first === 'zones') {
    row.primary.add(segments, sides);
    return true;
  }
  if (first !== 'properties') return false;
  if (second === 'additionallocations') {
    takeAdditional(row.additional, rest, sides);
    return true;
  }
  row.primary.add(segments.slice(1), sides);
  return isRegionProperty(second);
}

function takeServiceField(found: Difference[], field: ServiceField, sides: Sides): void {
  const [before, after] = [sides.before, sides.after].map(value =>
    textOf(field === 'tier' && isAzureObject(value) ? member(value, 'name') : value),
  );
  if (before !== undefined && comparable(field, before) === comparable(field, after)) return;
  found.push({
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

function takeAdditional(places: Map<number, RegionPlace>, path: readonly string[], sides: Sides): void {
  const [index = '', ...inner] = path;
  if (/^\d+$/.test(index)) {
    const place = places.get(Number(index)) ?? new RegionPlace();
    places.set(Number(index), place);
    place.add(inner, sides);
    return;
  }
  const [before, after] = [arrayOf(sides.before), arrayOf(sides.after)];
  if (index !== '' || !before || !after) return;
  for (let at = 0; at < Math.max(before.length, after.length); at++) {
    const place = new RegionPlace();
    place.add([], { before: before[at] ?? null, after: after[at] ?? null });
    places.set(at, place);
  }
}

function arrayOf(value: AzureValue | undefined): readonly AzureValue[] | undefined {
  if (value === null) return [];
  return Array.isArray(value) ? value : undefined;
}

function regionDifferences(row: Row, context: RegionContext): Difference[] {
  const before: Record<string, RegionFacts> = {};
  const after: Record<string, RegionFacts> = {};
  const half: Difference[] = [];
  const put = (place: RegionPlace, label: string, primary: boolean) => {
    for (const side of ['before', 'after'] as const) {
      const facts = place.facts(side);
      const name = place.location(side) ?? place.location(side === 'before' ? 'after' : 'before') ?? label;
      if (facts) (side === 'before' ? before : after)[name] = primary ? facts : { primary: false, ...facts };
    }
    half.push(...halfKnown(place, place.location('after') ?? label));
  };

  if (row.primary.changedFields().length > 0) put(row.primary, context.primary ?? 'primary', true);
  const moved = [...row.additional.values()].some(place => place.tellsPlace);
  for (const [index, place] of row.additional) {
    const known = regionByAddress(place, context) ?? (moved ? undefined : context.additional[index]);
    put(place, known ?? `additionalLocations[${index}]`, false);
  }
  return [...differencesBetween({ regions: before }, { regions: after }), ...half];
}

function regionByAddress(place: RegionPlace, { regionOfAddress }: RegionContext): string | undefined {
  const addresses = (['before', 'after'] satisfies Side[]).flatMap(side =>
    addressFields.flatMap(field => place.facts(side)?.[field] ?? []),
  );
  return addresses.flatMap(one => regionOfAddress?.get(one) ?? [])[0];
}

/** Azure says that a field changed, and one of its sides (or both) could not be read. */
function halfKnown(place: RegionPlace, region: string): Difference[] {
  const [before, after] = [place.facts('before'), place.facts('after')];
  if (!before || !after) return [];
  return place.changedFields().flatMap(field => {
    const [from, to] = [before[field], after[field]];
    if (from !== undefined && to !== undefined) return [];
    return [
      {
        region,
        field,
        ...(from === undefined ? {} : { before: from }),
        ...(to === undefined ? {} : { after: to }),
      },
    ];
  });
}

/** The region of each address in facts or in any number of them, for {@link RegionContext}. */
export function regionsByAddress(
  all: readonly { readonly regions?: Readonly<Record<string, RegionFacts>> }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const facts of all) {
    for (const [name, region] of Object.entries(facts.regions ?? {}))
      for (const field of addressFields) for (const address of region[field] ?? []) found.set(address, name);
  }
  return found;
}
