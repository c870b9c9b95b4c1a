import { observedChanges } from '../src/domain/timeline/derive.ts';
import { readHistoryFile } from '../src/domain/timeline/file-read.ts';
import { headLine, observationLine } from '../src/domain/timeline/file-write.ts';
import { mergeHistories } from '../src/domain/timeline/history.ts';
import { timelineOf } from '../src/domain/timeline/merge.ts';
import type { Observation } from '../src/domain/timeline/observation.ts';
import { resolve } from '../src/domain/timeline/resolve.ts';
import { isoOf } from '../src/domain/timeline/time.ts';
import { tracksOf } from '../src/domain/timeline/track.ts';
import { lanesOf } from '../src/domain/timeline/validity.ts';

/** `npx tsx bench/timeline.ts`: how long the pure parts of the timeline take. Numbers differ from machine to machine. */
const minute = 60_000;
const start = Date.UTC(2025, 0);

function serviceId(index: number): string {
  return `/subscriptions/11111111-1111-1111-1111-${String(index % 1000).padStart(12, '0')}/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/contoso-${index}`;
}

function observation(service: string, from: number, to: number, state: number): Observation {
  const region = (name: string, primary: boolean) => ({
    primary,
    publicIPAddresses: [`203.0.113.${state % 250}`],
    privateIPAddresses: [`10.20.${name.length}.${state % 200}`],
    outboundPublicIPAddresses: [`203.0.113.${state % 250}`],
    subnetId: `${service}/subnet-${state % 3}`,
    publicIpAddressId: null,
    natGatewayState: 'Disabled',
    zones: ['1', '2', '3'],
    platformVersion: 'stv2',
    gatewayDisabled: false,
  });
  return {
    service,
    at: isoOf(start + from * minute),
    until: isoOf(start + to * minute),
    source: 'arm',
    facts: {
      createdAt: '2024-01-10T08:00:00Z',
      tier: 'Premium',
      vnetMode: 'Internal',
      subscriptionState: 'Enabled',
      publicNetworkAccess: 'Enabled',
      regions: {
        westeurope: region('westeurope', true),
        eastus: region('eastus', false),
        uksouth: region('uksouth', false),
      },
    },
  };
}

async function time<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  const before = performance.now();
  const result = await run();
  console.log(`${name}: ${(performance.now() - before).toFixed(0)} ms`);
  return result;
}

const one = Array.from({ length: 10_000 }, (_, index) =>
  observation(serviceId(1), index * 50, index * 50 + 40, index % 7 === 0 ? index : 7),
);
const history = await time('merge 10,000 observations of one service', () =>
  mergeHistories({ observations: one, changes: [] }),
);
const resolved = await time('put them in order', () => resolve(history.observations));
const changes = await time('derive changes', () => observedChanges(history.observations));
console.log(`  ${changes.length} changes`);
await time('timeline', () => timelineOf(history));
const tracks = await time('tracks of three regions', () => tracksOf(history, resolved));
await time('lanes', () => lanesOf(tracks));

const lines = Number(process.argv[2] ?? 200_000);
const head = { exportedAt: isoOf(start), cloud: 'AzureCloud', tenant: 'contoso' };
function* file(): Generator<string> {
  let piece = headLine(head);
  for (let index = 0; index < lines; index++) {
    piece += observationLine(observation(serviceId(index % 10_000), index, index + 1, index));
    if (piece.length > 65_536) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}
let characters = 0;
await time(`write ${lines} lines`, () => {
  for (const piece of file()) characters += piece.length;
});
let records = 0;
const result = await time(`write and read ${lines} lines`, () =>
  readHistoryFile(file(), head, batch => {
    records += batch.length;
  }),
);
console.log(
  `  ${(characters / 1e6).toFixed(0)} MB, ${records} records, ok: ${result.ok}, heap ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`,
);
