import { regionName } from '../region.ts';
import { checkedAt, groupOf, isControlPlane, isStale, locationLabel, staleAfterMs } from './check.ts';
import type { RegionNetworkStatus } from './connectivity.ts';

/**
 * How a region stands. `stale`: no news from inside; `unclear`: something needed has a status that is not known, or an
 * old one; `empty`: Azure named the region and no check; `missing`: Azure did not name it.
 */
export type RegionState = 'failing' | 'stale' | 'unclear' | 'starting' | 'empty' | 'missing' | 'fine';

export type RegionVerdict = {
  /** Azure's short form. */
  readonly name: string;
  /** As people write it. */
  readonly label: string;
  readonly state: RegionState;
  readonly checks: number;
  /** Failing and needed, the one from Azure on 3443 not counted. */
  readonly failing: number;
  /** Azure cannot reach the service on 3443. */
  readonly inboundFailing: boolean;
  readonly starting: number;
  readonly optionalFailing: number;
  /** Needed, with a status that is not known or too old. */
  readonly unclear: number;
  /** Rows that could not be read as a check. */
  readonly unreadable: number;
  /** The newest result, epoch ms; null where Azure gives no time. */
  readonly newsAt: number | null;
};

/** How one region stands; `now` is epoch ms. */
export function regionVerdict(region: RegionNetworkStatus, now: number): RegionVerdict {
  const { connectivity, unreadable } = region;
  const required = connectivity.filter(one => groupOf(one) === 'required');
  const failing = required.filter(one => !isControlPlane(one)).length;
  const newsAt = newest(connectivity.flatMap(one => checkedAt(one) ?? []));
  const needed = connectivity.filter(one => one.isOptional !== true);
  const counts = {
    checks: connectivity.length,
    failing,
    inboundFailing: failing < required.length,
    starting: connectivity.filter(one => one.status === 'initializing').length,
    optionalFailing: connectivity.filter(one => groupOf(one) === 'optional').length,
    unclear:
      needed.filter(one => one.status === 'unknown' || (one.status !== 'failure' && isStale(one, now)))
        .length + unreadable.length,
    unreadable: unreadable.length,
    newsAt,
  };
  const state = ((): RegionState => {
    if (newsAt !== null && now - newsAt > staleAfterMs) return 'stale';
    if (required.length > 0) return 'failing';
    if (counts.unclear > 0) return 'unclear';
    if (connectivity.length === 0) return 'empty';
    return needed.some(one => one.status === 'initializing') ? 'starting' : 'fine';
  })();
  return { name: regionName(region.location ?? ''), label: locationLabel(region.location), state, ...counts };
}

/** A region of the service that Azure's answer leaves out. */
export function missingRegion(location: string): RegionVerdict {
  return {
    name: regionName(location),
    label: locationLabel(location),
    state: 'missing',
    checks: 0,
    failing: 0,
    inboundFailing: false,
    starting: 0,
    optionalFailing: 0,
    unclear: 0,
    unreadable: 0,
    newsAt: null,
  };
}

/** `2 failing, 1 starting, 1 optional failing`; `all 12 fine`. */
export function regionSummary(region: RegionVerdict): string {
  if (region.state === 'missing') return 'not in Azure’s answer';
  if (region.checks === 0 && region.unreadable === 0) return 'no checks reported';
  const failing = region.failing + (region.inboundFailing ? 1 : 0);
  const parts = [
    ...(region.state === 'stale' ? ['no news'] : []),
    ...(failing > 0 ? [`${failing} failing`] : []),
    ...(region.starting > 0 ? [`${region.starting} starting`] : []),
    ...(region.optionalFailing > 0 ? [`${region.optionalFailing} optional failing`] : []),
    ...(region.unclear > 0 && region.state !== 'stale' ? [`${region.unclear} unclear`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  return region.checks === 1 ? 'the one check is fine' : `all ${region.checks} fine`;
}

/** Not by spreading into Math.max: an answer may hold more rows than a call takes arguments. */
function newest(times: readonly number[]): number | null {
  return times.reduce<number | null>((last, at) => (last === null || at > last ? at : last), null);
}
