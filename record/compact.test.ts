import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { armKey } from '../src/domain/arm-id.ts';
import type { History } from '../src/domain/timeline/history.ts';
import { timelineOf } from '../src/domain/timeline/merge.ts';
import { startTestRecorder, type TestRecorder } from './testing/recorder.ts';

const day = 86_400_000;
let recorder: TestRecorder;
beforeEach(async () => {
  recorder = await startTestRecorder();
});
afterEach(() => recorder.close());

function timeline({ observations, changes }: History, service: string) {
  const own = (one: { readonly service: string }) => armKey(one.service) === armKey(service);
  return timelineOf({ observations: observations.filter(own), changes: changes.filter(own) });
}

async function recordDays(service: string): Promise<void> {
  for (let days = 0; days < 4; days++) {
    await recorder.record();
    recorder.wait(day / 2);
    recorder.arm.controls.mutate({ kind: 'change-addresses', service, region: 'westeurope', silent: true });
    recorder.wait(day / 2);
  }
  await recorder.record();
}

it('compaction joins what two recorders saw alike and loses no change point', async () => {
  const service = recorder.id('contoso-api-prod');
  await recordDays(service);
  const one = await recorder.file();
  // A second recorder that looked five minutes later each time.
  const later = one
    .split('\n')
    .filter(line => line.includes('"observation"'))
    .map(line => {
      const { at, until, ...rest } = JSON.parse(line);
      const shifted = (iso: string) => new Date(Date.parse(iso) + 300_000).toISOString();
      return JSON.stringify({ ...rest, at: shifted(at), until: shifted(until) });
    });
  await writeFile(recorder.out, `${one}${later.join('\n')}\n`);
  const before = await recorder.history();
  const run = await recorder.record('compact', '--json');
  expect(run.code).toBe(0);
  const after = await recorder.history();
  const told = JSON.parse(run.stdout);
  expect(told.after).toBe(after.observations.length + after.changes.length);
  expect(told.after).toBeLessThan(told.before * 0.6);
  const points = (history: History) =>
    timeline(history, service).map(({ notBefore, at, causes, differences }) => ({
      notBefore,
      at,
      causes,
      differences,
    }));
  expect(points(after)).toEqual(points(before));
});

it('retention forgets what ended before it, and keeps what was last known then', async () => {
  const service = recorder.id('contoso-api-prod');
  await recordDays(service);
  const before = timeline(await recorder.history(), service);
  expect((await recorder.record('compact', '--keep', '2d')).code).toBe(0);
  const after = timeline(await recorder.history(), service);
  const since = recorder.arm.arm.clock.now() - 1.5 * day;
  expect(after.filter(one => Date.parse(one.at) >= since)).toEqual(
    before.filter(one => Date.parse(one.at) >= since),
  );
  expect(after.length).toBeLessThan(before.length);
});

it('compaction of a file that is not there fails with the reason', async () => {
  expect(await recorder.record('compact')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nothing to compact'),
  });
});
