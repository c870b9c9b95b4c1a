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

/** The figures of a fleet that is small enough for one task. */
export function summarise(rows: readonly FleetRow[], now: number): FleetSummary {
  const steps = summarising(rows, now);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** So many rows between two moments at which the page may do something else. */
const rowsInStep = 200;

/** Counts them a step at a time: ten thousand rows at once would hold the page. */
export function* summarising(rows: readonly FleetRow[], now: number): Generator<undefined, FleetSummary> {
  const since = changedSince(recentChanges, now);
  const addresses = new Set<string>();
  const risks: string[] = [];
  const counts = {
    services: 0,
    unreadable: 0,
    external: 0,
    integration: 0,
    internal: 0,
    injection: 0,
    noVnet: 0,
    shared: 0,
    changed: 0,
    unexplained: 0,
  };
  for (const [at, row] of rows.entries()) {
    if (at % rowsInStep === 0) yield;
    if (row.kind === 'unreadable') {
      counts.unreadable++;
      continue;
    }
    const { service, changes } = row;
    counts.services++;
    for (const { address } of publicIpCell(service).addresses) addresses.add(address);
    const mode = knownVnetMode(service.vnetMode);
    if (mode === 'External') counts.external++;
    if (mode === 'Internal') counts.internal++;
    if (mode === 'None') counts.noVnet++;
    if (mode === 'None' && addressKind(service.tier) === 'shared') counts.shared++;
    const qualifier = vnetModeQualifier(service.tier, service.vnetMode);
    if (qualifier) counts[qualifier]++;
    if (row.atRisk) risks.push(riskWords(row));
    if (changedAfter(changes, since)) counts.changed++;
    if (changes && changes.unexplained !== null) counts.unexplained++;
  }
  return { ...counts, publicIps: addresses.size, atRisk: risks.length, risks: byFrequency(risks) };
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
