import { regionLabel, regionName } from '../region.ts';
import type { Connectivity, RegionNetworkStatus } from './connectivity.ts';

/** Azure refreshes every check about every 15 minutes (azure-rest-api-specs 2024-05-01); two missed are no news. */
export const staleAfterMs = 30 * 60_000;

/** The groups of the table, in their order. `unclear`: a status that this product does not know. */
export const checkGroups = ['required', 'starting', 'optional', 'unclear', 'fine'] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** One check of one region. */
export type NetworkCheck = {
  /** Unique among the checks of a service. */
  readonly key: string;
  /** As people write the region. */
  readonly region: string;
  /** Azure's short form; empty where Azure does not name the location. */
  readonly regionName: string;
  readonly group: CheckGroup;
  /** Its result is older than Azure's rhythm allows. */
  readonly stale: boolean;
  /** Azure reaches in, on 3443, where every other check reaches out. */
  readonly inbound: boolean;
  readonly connectivity: Connectivity;
};

/** Which group a check stands in. A failure that Azure does not call optional counts as needed. */
export function groupOf({ status, isOptional }: Connectivity): CheckGroup {
  switch (status) {
    case 'failure':
      return isOptional === true ? 'optional' : 'required';
    case 'initializing':
      return 'starting';
    case 'success':
      return 'fine';
    case 'unknown':
      return 'unclear';
  }
}

/** The row that tests whether Azure reaches the service on 3443: `ApiManagement Control Plane - inbound`. */
export function isControlPlane({ name, resourceType }: Connectivity): boolean {
  const label = /control\s*plane.*inbound/i;
  return label.test(resourceType ?? '') || label.test(name);
}

/** Epoch ms of the result, undefined where Azure does not say or says it in a way that is no time. */
export function checkedAt({ lastUpdated }: Connectivity): number | undefined {
  const at = lastUpdated === null ? Number.NaN : Date.parse(lastUpdated);
  return Number.isNaN(at) ? undefined : at;
}

export function isStale(check: Connectivity, now: number): boolean {
  const at = checkedAt(check);
  return at !== undefined && now - at > staleAfterMs;
}

/** Every check of every region: what fails first, within a group in Azure's order. `now` is epoch ms. */
export function networkChecks(regions: readonly RegionNetworkStatus[], now: number): readonly NetworkCheck[] {
  const checks = regions.flatMap((region, at) =>
    region.connectivity.map(
      (connectivity, index): NetworkCheck => ({
        key: `${at} ${index}`,
        region: locationLabel(region.location),
        regionName: regionName(region.location ?? ''),
        group: groupOf(connectivity),
        stale: isStale(connectivity, now),
        inbound: isControlPlane(connectivity),
        connectivity,
      }),
    ),
  );
  // What Azure itself cannot reach leads what fails: without it nobody can manage the service.
  const leads = (check: NetworkCheck) => check.inbound && check.group !== 'fine';
  const rank = (check: NetworkCheck) => checkGroups.indexOf(check.group) * 2 + (leads(check) ? 0 : 1);
  return checks.sort((a, b) => rank(a) - rank(b));
}

export function locationLabel(location: string | null): string {
  return location === null || location === '' ? 'A region without a name' : regionLabel(location);
}
