/** `npm run bench:record`: time and memory to record 10,000 services, a file after a year, and a file of a million lines. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestArm } from '../e2e/sandbox/arm/test-arm.ts';
import { contoso } from '../e2e/sandbox/tenants.ts';
import { run } from '../record/cli.ts';
import { fileTarget } from '../record/file-target.ts';
import { readHistoryFile } from '../src/domain/timeline/file-read.ts';
import { headLine, observationLine } from '../src/domain/timeline/file-write.ts';
import { linesOfService } from '../src/domain/timeline/history-lines.ts';
import type { Observation } from '../src/domain/timeline/observation.ts';
import { RecordedHistory } from '../src/domain/timeline/recorded-history.ts';
import { isoOf } from '../src/domain/timeline/time.ts';

const day = 86_400_000;
const folder = await mkdtemp(join(tmpdir(), 'bench-record-'));
const out = join(folder, 'history.jsonl');
const owner = { cloud: 'Sandbox', tenant: contoso.id };

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const [began, before] = [performance.now(), process.memoryUsage().rss];
  const result = await work();
  const { rss, heapUsed } = process.memoryUsage();
  console.log(
    `${name}: ${(performance.now() - began).toFixed(0)} ms, rss ${mb(rss)} (before ${mb(before)}), heap ${mb(heapUsed)}`,
  );
  return result;
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

async function size(name: string): Promise<void> {
  console.log(`${name}: ${mb((await stat(out)).size)}`);
}

// 1. A fleet of 10,000 services over real HTTP, with the sandbox in the same process.
const arm = await startTestArm({ scale: { subscriptions: 1_000, services: 10_000, regionsEach: 2 } });
const config = join(folder, 'config.json');
await writeFile(
  config,
  JSON.stringify({
    version: 1,
    cloud: { name: 'Sandbox', authority: 'https://login.microsoftonline.com', resourceManager: arm.origin },
  }),
);
const began = performance.now();
const record = () =>
  run(['--out', out, '--config', config, '--quiet'], {
    environment: { RECORD_ARM_TOKEN: arm.token() },
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => arm.arm.clock.now() + performance.now() - began,
  });
await timed('first record of 10,000 services', record);
await size('  its file');
arm.controls.setClockOffset(3_600_000);
await timed('nothing changed', record);
await arm.close();

// 2. A year, recorded once a day: every day 1 % of 10,000 services change an address.
const history = new RecordedHistory();
await readHistoryFile((await fileTarget(out).read()).chunks ?? [], owner, records => history.add(records));
const start = Date.parse('2025-11-22T10:00:00Z');
const services = [...history.keys]
  .map(key => history.of(key).observations[0])
  .filter(one => one !== undefined);
const year = new RecordedHistory();
const shown = new Map(services.map(one => [one.service, one.facts]));
await timed('365 days at 1 % a day, in memory', async () => {
  for (let days = 0; days < 365; days++) {
    for (let index = 0; index < services.length / 100; index++) {
      const one = services[(days * 101 + index) % services.length];
      if (!one) continue;
      const [name = '', region] = Object.entries(one.facts.regions ?? {})[0] ?? [];
      const address = [`198.18.${days % 256}.${index % 256}`];
      shown.set(one.service, {
        ...one.facts,
        regions: {
          ...one.facts.regions,
          [name]: { ...region, publicIPAddresses: address, outboundPublicIPAddresses: address },
        },
      });
    }
    const sightings = [...shown].map(([service, facts]) => ({ service, facts, settled: true }));
    year.record({ at: start + days * day, source: 'arm', sightings });
  }
});
function* yearLines(): Generator<string> {
  yield headLine({ exportedAt: isoOf(start + 365 * day), ...owner });
  for (const key of year.keys) yield* linesOfService(year.of(key), { names: false });
}
await rm(out);
await timed('write it', () => fileTarget(out).write(yearLines(), null));
await size('a year at 1 % a day');

// 3. A million lines: read, merge and write again.
const [model] = services;
function* million(): Generator<string> {
  yield headLine({ exportedAt: isoOf(start), ...owner });
  for (let line = 0; line < 1_000_000; line++) {
    const one = services[line % services.length] ?? model;
    if (!one) return;
    const at = isoOf(start + Math.floor(line / services.length) * 3 * day);
    const [name = '', region] = Object.entries(one.facts.regions ?? {})[0] ?? [];
    const facts = {
      ...one.facts,
      regions: {
        [name]: { ...region, publicIPAddresses: [`198.18.${Math.floor(line / services.length) % 256}.9`] },
      },
    };
    yield observationLine({
      service: one.service,
      at,
      until: isoOf(Date.parse(at) + day),
      source: 'arm',
      facts,
    } satisfies Observation);
  }
}
await rm(out);
await timed('write 1,000,000 lines', () => fileTarget(out).write(million(), null));
await size('1,000,000 lines');
await timed('read 1,000,000 lines by service', async () => {
  const large = new RecordedHistory();
  const result = await readHistoryFile((await fileTarget(out).read()).chunks ?? [], owner, records =>
    large.add(records),
  );
  large.settle();
  console.log(
    `  ${JSON.stringify(result.ok ? { lines: result.lines } : result)}, ${[...large.keys].length} services`,
  );
});
await timed('compact 1,000,000 lines', () =>
  run(['compact', '--out', out, '--config', config, '--quiet'], {
    environment: { RECORD_ARM_TOKEN: arm.token() },
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => start + 366 * day,
  }),
);
await rm(folder, { recursive: true, force: true });
