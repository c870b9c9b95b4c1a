import { compareText } from '../compare-text.ts';
import { isSubscriptionAtRisk, statusOf } from '../status.ts';
import { addressKind } from '../tier.ts';
import { knownVnetMode, vnetModeQualifier } from '../vnet-mode.ts';
import { publicIpCell } from './addresses.ts';
import { changedAfter, changedSince } from './change-summary.ts';
import type { FleetRow, ServiceRow } from './fleet-row.ts';

/** The six figures of the fleet, over all of its services. */
export type FleetSummary = {
  readonly services: number;
  /** Rows that could not be read; in no other figure. */
  readonly unreadable: number;
  /** Different addresses that belong to one service alone. */
  readonly publicIps: number;
  readonly external: number;
  readonly integration: number;
  readonly internal: number;
  readonly injection: number;
  readonly noVnet: number;
  /** Of those without a VNet, how many have no address of their own. */
  readonly shared: number;
  readonly atRisk: number;
  /** What the risk is, in words, the most frequent first. */
  readonly risks: readonly string[];
  readonly changed: number;
  readonly unexplained: number;
};

/** How far back the sixth figure looks. */
export const recentChanges = '14d';

export function summarise(rows: readonly FleetRow[], now: number): FleetSummary {
  const services = rows.filter((row): row is ServiceRow => row.kind === 'service');
  const since = changedSince(recentChanges, now);
  const count = (test: (row: ServiceRow) => boolean) => services.filter(test).length;
  const mode = (row: ServiceRow) => knownVnetMode(row.service.vnetMode);
  const qualifier = (row: ServiceRow) => vnetModeQualifier(row.service.tier, row.service.vnetMode);
  const risky = services.filter(row => row.atRisk);
  return {
    services: services.length,
    unreadable: rows.length - services.length,
    publicIps: new Set(services.flatMap(row => publicIpCell(row.service).addresses.map(one => one.address)))
      .size,
    external: count(row => mode(row) === 'External'),
    integration: count(row => qualifier(row) === 'integration'),
    internal: count(row => mode(row) === 'Internal'),
    injection: count(row => qualifier(row) === 'injection'),
    noVnet: count(row => mode(row) === 'None'),
    shared: count(row => mode(row) === 'None' && addressKind(row.service.tier) === 'shared'),
    atRisk: risky.length,
    risks: byFrequency(risky.map(riskWords)),
    changed: count(row => changedAfter(row.changes, since)),
    unexplained: count(row => row.changes?.unexplained !== null && row.changes !== undefined),
  };
}

/** What puts a service at risk: its subscription first, since that concerns every service in it. */
export function riskWords({ service, subscriptionState }: ServiceRow): string {
  return isSubscriptionAtRisk(subscriptionState)
    ? `subscription ${subscriptionState}`
    : statusOf(service.provisioningState).word;
}

function byFrequency(words: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([word]) => word);
}
