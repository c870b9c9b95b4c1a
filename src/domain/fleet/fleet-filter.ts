import { changedAfter, changedSince } from './change-summary.ts';
import type { FleetRow, ServiceRow } from './fleet-row.ts';
import { networkValue } from './network-answer.ts';
import { searchTerms, searchText } from './search-text.ts';

/** What narrows the fleet (design 3). Within a list one match is enough; all of the parts must hold. */
export type FleetFilter = {
  readonly q: string;
  /** `sku.name`. */
  readonly tier: readonly string[];
  readonly vnet: readonly string[];
  /** Short form; any region of the service counts. */
  readonly region: readonly string[];
  /** `provisioningState`, or what the reader's check of the network came to (`network-failing`). */
  readonly status: readonly string[];
  /** `key:value`. */
  readonly tag: readonly string[];
  readonly risk: boolean;
  /** `14d` or an ISO date, null for any time. */
  readonly changed: string | null;
};

export const noFilter: FleetFilter = {
  q: '',
  tier: [],
  vnet: [],
  region: [],
  status: [],
  tag: [],
  risk: false,
  changed: null,
};

type Test = (row: ServiceRow) => boolean;

/** The rows that a filter lets through, in their order. Values compare without case. `now` is for `14d`. */
export function filterRows(rows: readonly FleetRow[], filter: FleetFilter, now: number): readonly FleetRow[] {
  const tests = testsOf(filter, now);
  const terms = searchTerms(filter.q);
  if (tests.length === 0 && terms.length === 0) return rows;
  return rows.filter(row => {
    // What could not be read has no tier or tag to compare: it stands where nothing but text is asked.
    const passes = row.kind === 'unreadable' ? tests.length === 0 : tests.every(test => test(row));
    if (!passes) return false;
    if (terms.length === 0) return true;
    const text = searchText(row);
    return terms.every(term => text.includes(term));
  });
}

function testsOf(filter: FleetFilter, now: number): readonly Test[] {
  const tests: Test[] = [];
  const among = (values: readonly string[], read: (row: ServiceRow) => readonly string[]) => {
    if (values.length === 0) return;
    const wanted = new Set(values.map(value => value.toLowerCase()));
    tests.push(row => read(row).some(value => wanted.has(value.toLowerCase())));
  };
  among(filter.tier, ({ service }) => [service.tier]);
  among(filter.vnet, ({ service }) => [service.vnetMode]);
  among(filter.region, ({ service }) => service.regions.map(region => region.name));
  among(filter.status, ({ service, network }) => [
    service.provisioningState,
    ...(network ? [networkValue(network)] : []),
  ]);
  among(filter.tag, ({ service }) => Object.entries(service.tags).map(([key, value]) => `${key}:${value}`));
  if (filter.risk) tests.push(row => row.atRisk);
  if (filter.changed !== null) {
    const since = changedSince(filter.changed, now);
    tests.push(row => changedAfter(row.changes, since));
  }
  return tests;
}
