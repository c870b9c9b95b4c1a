import { comparable, comparableOf, isComplete, sortedRegions } from './comparable.ts';
import { type Difference, differencesBetween } from './difference.ts';
import { regionFacts, regionFields, type ServiceFacts, serviceFields } from './facts.ts';

/**
 * What is known of a service as time goes on: the last value of each fact and when it was last seen. A fact that an
 * observation did not read keeps its value and its age, so a change that shows up later is not dated too narrowly.
 */
export type Carried = {
  facts: ServiceFacts;
  /** When everything in `facts` was last seen at once. */
  allSeen: number;
  /** Later sights of single facts, by `field`, `region/field`, `region/` (the region was there) and `regions` (the regions were read). Milliseconds. */
  readonly lastSeen: Map<string, number>;
};

export function carry(facts: ServiceFacts, sureTo: number): Carried {
  const carried: Carried = { facts: {}, allSeen: Number.NEGATIVE_INFINITY, lastSeen: new Map() };
  carryOn(carried, facts, sureTo);
  return carried;
}

/** Takes in the next observation. */
export function carryOn(carried: Carried, facts: ServiceFacts, sureTo: number): void {
  if (isComplete(facts)) {
    carried.facts = facts;
    carried.allSeen = Math.max(carried.allSeen, sureTo);
    return;
  }
  carried.facts = overlay(carried.facts, facts);
  const saw = (path: string) => {
    const known = carried.lastSeen.get(path);
    if (known === undefined || known < sureTo) carried.lastSeen.set(path, sureTo);
  };
  for (const field of serviceFields) if (comparable(field, facts[field]) !== undefined) saw(field);
  if (!facts.regions) return;
  saw('regions');
  for (const [name, region] of sortedRegions(facts).regions) {
    saw(`${name}/`);
    for (const field of regionFields) if (comparableOf(region, field) !== undefined) saw(`${name}/${field}`);
  }
}

function overlay(before: ServiceFacts, after: ServiceFacts): ServiceFacts {
  const service = { ...before, ...after };
  for (const field of serviceFields) {
    const kept = before[field];
    if (kept !== undefined && comparable(field, after[field]) === undefined)
      Object.assign(service, { [field]: kept });
  }
  if (!after.regions || !before.regions) return service;
  const regions = sortedRegions(after).regions.map(([name, now]) => {
    const old = regionFacts(before, name);
    const region = { ...old, ...now };
    for (const field of regionFields) {
      const kept = old?.[field];
      if (kept !== undefined && comparableOf(now, field) === undefined)
        Object.assign(region, { [field]: kept });
    }
    return [name, region] as const;
  });
  return { ...service, regions: Object.fromEntries(regions) };
}

/** What the next observation shows to be different, and since when it may have been so. */
export function differencesFrom(
  carried: Carried,
  facts: ServiceFacts,
): { readonly differences: Difference[]; readonly lastSeen: readonly number[] } {
  const differences = differencesBetween(carried.facts, facts);
  const lastSeen = differences.map(({ region, field, before, after }) => {
    const seen = (path: string) => Math.max(carried.allSeen, carried.lastSeen.get(path) ?? carried.allSeen);
    if (region === undefined) return seen(field);
    const came = before === null && !regionFacts(carried.facts, region);
    const went = after === null && !regionFacts(facts, region);
    const path = came ? 'regions' : went ? `${region}/` : `${region}/${field}`;
    return seen(path);
  });
  return { differences, lastSeen };
}
