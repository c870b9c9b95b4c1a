import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { ServiceFacts } from '../domain/timeline/facts.ts';
import { isSettled } from '../domain/timeline/facts.ts';
import type { History } from '../domain/timeline/history.ts';
import { timelineOf } from '../domain/timeline/merge.ts';
import type { Reading } from '../domain/timeline/reading.ts';
import { facts } from '../domain/timeline/test-data.ts';
import type { HistoryStore } from './history-store.ts';
import type { Partition } from './partition.ts';

/** Helpers for tests of the store: an IndexedDB in memory, new for each test. */
export const partition: Partition = { cloud: 'AzureCloud', tenant: 't-1', account: 'a-1' };

export function emptyIndexedDb(): void {
  globalThis.indexedDB = new IDBFactory();
}

export const subscription = '11111111-1111-1111-1111-111111111111';

export function serviceId(name: string | number, sub = subscription): string {
  return `/subscriptions/${sub}/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/contoso-${name}`;
}

/** Facts that differ by number. */
export function state(number: number, changes: Partial<ServiceFacts> = {}): ServiceFacts {
  return facts(changes, {
    publicIPAddresses: [`203.0.113.${number}`],
    privateIPAddresses: [`10.0.0.${number}`],
  });
}

/** Minutes since the start of 2026 in milliseconds. */
export function at(minutes: number): number {
  return Date.UTC(2026, 0) + minutes * 60_000;
}

export function reading(
  minutes: number,
  services: Readonly<Record<string, ServiceFacts>>,
  more: Partial<Reading> & { readonly provisioningState?: string } = {},
): Reading {
  const { provisioningState = 'Succeeded', ...rest } = more;
  return {
    at: at(minutes),
    source: 'arm',
    sightings: Object.entries(services).map(([name, what]) => ({
      service: serviceId(name),
      facts: what,
      settled: isSettled({ provisioningState }),
    })),
    ...rest,
  };
}

/** The timeline of one service, as `notBefore`, `at` and causes. */
export async function timeline(store: HistoryStore, name: string | number) {
  return timelineOf(await store.historyOf(serviceId(name)));
}

export async function observations(store: HistoryStore, name: string | number) {
  return (await store.historyOf(serviceId(name))).observations;
}

/** Everything known of every service. */
export async function wholeHistory(store: HistoryStore): Promise<History> {
  const histories = await store.historiesOf([...(await store.services())].sort());
  return {
    observations: histories.flatMap(one => one.observations),
    changes: histories.flatMap(one => one.changes),
  };
}
