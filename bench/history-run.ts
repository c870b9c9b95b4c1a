import type { ServiceFacts } from '../src/domain/timeline/facts.ts';
import { timelineOf } from '../src/domain/timeline/merge.ts';
import type { Reading } from '../src/domain/timeline/reading.ts';
import { tracksOf } from '../src/domain/timeline/track.ts';
import { lanesOf } from '../src/domain/timeline/validity.ts';
import { openHistory } from '../src/history/open-history.ts';

const minute = 60_000;
const start = Date.UTC(2026, 0);

function serviceId(index: number): string {
  const subscription = `11111111-1111-1111-1111-${String(index % 1000).padStart(12, '0')}`;
  return `/subscriptions/${subscription}/resourceGroups/rg-apim-${index % 50}/providers/Microsoft.ApiManagement/service/contoso-${index}`;
}

function factsOf(index: number, version: number): ServiceFacts {
  const region = (primary: boolean) => ({
    primary,
    publicIPAddresses: [`203.0.${index % 256}.${version % 256}`],
    privateIPAddresses: [`10.${index % 256}.1.${version % 256}`],
    outboundPublicIPAddresses: [`203.0.${index % 256}.${version % 256}`],
    subnetId: `${serviceId(index).replace('ApiManagement/service', 'Network/virtualNetworks')}/subnets/apim`,
    publicIpAddressId: null,
    natGatewayState: 'Disabled',
    zones: ['1', '2', '3'],
    platformVersion: 'stv2',
    gatewayDisabled: false,
  });
  return {
    createdAt: '2024-01-10T08:00:00Z',
    tier: 'Premium',
    vnetMode: 'Internal',
    subscriptionState: 'Enabled',
    publicNetworkAccess: 'Enabled',
    regions:
      index % 4 === 0 ? { westeurope: region(true), eastus: region(false) } : { westeurope: region(true) },
  };
}

function reading(services: number, at: number, versionOf: (index: number) => number): Reading {
  return {
    at: start + at * minute,
    source: 'arm',
    listed: Array.from(
      { length: 1000 },
      (_, index) => `11111111-1111-1111-1111-${String(index).padStart(12, '0')}`,
    ),
    sightings: Array.from({ length: services }, (_, index) => ({
      service: serviceId(index),
      facts: factsOf(index, versionOf(index)),
      settled: true,
    })),
  };
}

/** Runs a step and tells how long it took and the longest time in which nothing else could run. */
async function step<T>(name: string, log: (line: string) => void, run: () => Promise<T>): Promise<T> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const before = performance.now();
  const result = await run();
  const took = performance.now() - before;
  await new Promise(resolve => setTimeout(resolve, 5));
  clearInterval(timer);
  log(`${name}: ${took.toFixed(0)} ms, longest block ${longest.toFixed(0)} ms`);
  return result;
}

/** Records a fleet again and again, and one service with a long history. */
export async function runHistoryBench(services: number, log: (line: string) => void): Promise<void> {
  const store = openHistory({ cloud: 'AzureCloud', tenant: 'bench', account: 'bench' });
  await store.clear();
  await step(`record ${services} services for the first time`, log, () =>
    store.record(reading(services, 0, () => 1)),
  );
  for (const round of [1, 2, 3]) {
    const next = reading(services, round * 5, () => 1);
    await step(`record them unchanged (${round})`, log, () => store.record(next));
  }
  for (const round of [1, 2, 3]) {
    const next = reading(services, 20 + round * 5, index => (index % 100 < round ? 1 + round : 1));
    const outcome = await step(`record them, 1 % changed (${round})`, log, () => store.record(next));
    log(`  ${outcome.changed.length} changed`);
  }
  const summaries = await step('read all summaries', log, () => store.summaries());
  log(`  ${summaries.length} summaries`);
  await step('read one service', log, () => store.historyOf(serviceId(0)));
  log(`  ${JSON.stringify(await store.usage())}`);

  const long = Array.from({ length: 10_000 }, (_, index) => {
    const at = new Date(start + index * 50 * minute).toISOString();
    const facts = factsOf(1, index % 200);
    return `${JSON.stringify({ type: 'observation', service: serviceId(1), at, until: at, source: 'arm', facts })}\n`;
  });
  const head = { exportedAt: new Date(start).toISOString(), cloud: 'AzureCloud', tenant: 'bench' };
  const file = [`${JSON.stringify({ format: 'apim-ip-history', version: 1, ...head })}\n`, ...long];
  await step('import 10,000 observations of one service', log, () =>
    store.importFile([file.join('')], head, start),
  );
  const history = await step('read that service', log, () => store.historyOf(serviceId(1)));
  await step('its timeline', log, async () => timelineOf(history));
  await step('its lanes', log, async () => lanesOf(tracksOf(history)));
  await step('record one more change of it', log, () =>
    store.record({
      ...reading(0, 600_000, () => 1),
      listed: [],
      sightings: [{ service: serviceId(1), facts: factsOf(1, 999), settled: true }],
    }),
  );
  const lines = await step('export everything', log, async () => {
    let characters = 0;
    for (const line of (await store.exportLines(head, { names: false })) ?? []) characters += line.length;
    return characters;
  });
  log(`  ${(lines / 1e6).toFixed(1)} MB`);
  if (store.status.status !== 'on') log(`status: ${JSON.stringify(store.status)}`);
}
