import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mutation } from '../e2e/sandbox/world/mutations/mutation.ts';
import { armKey } from '../src/domain/arm-id.ts';
import { isChange } from '../src/domain/timeline/entry.ts';
import { timelineOf } from '../src/domain/timeline/merge.ts';
import { startTestRecorder, type TestRecorder } from './testing/recorder.ts';

const hour = 3_600_000;
const day = 24 * hour;
let recorder: TestRecorder;

beforeEach(async () => {
  recorder = await startTestRecorder();
});
afterEach(() => recorder.close());

async function timeline(name: string) {
  const { observations, changes } = await recorder.history();
  const key = armKey(recorder.id(name));
  const own = <T extends { readonly service: string }>(all: readonly T[]) =>
    all.filter(one => armKey(one.service) === key);
  return timelineOf({ observations: own(observations), changes: own(changes) }).filter(isChange);
}

describe('the recorder', () => {
  it('writes a file that the page reads, and moves only last sights on where nothing changed', async () => {
    const first = await recorder.record('--json');
    expect(first).toMatchObject({ code: 0 });
    const before = await recorder.history();
    const { services, held } = JSON.parse(first.stdout);
    expect(before.observations).toHaveLength(services - held.length);
    recorder.wait(hour);
    const second = await recorder.record();
    expect(second.code).toBe(0);
    expect(second.stderr).toContain('0 changes');
    const after = await recorder.history();
    const facts = (history: typeof before) => history.observations.map(({ until: _, ...one }) => one);
    expect(facts(after)).toEqual(facts(before));
    expect(after.changes).toEqual(before.changes);
    for (const [index, one] of after.observations.entries())
      expect(
        Date.parse(one.until) - Date.parse(before.observations[index]?.until ?? ''),
      ).toBeGreaterThanOrEqual(hour);
  });

  it('follows days of changes and gives each its cause', async () => {
    const service = recorder.id('contoso-api-prod');
    const days: readonly (readonly [Mutation, string, number])[] = [
      [{ kind: 'switch-vnet-mode', service, mode: 'External' }, 'vnet-mode-switched', 2],
      [{ kind: 'set-zones', service, region: 'westeurope', zones: ['1'] }, 'zones-changed', 2],
      [{ kind: 'set-public-access', service, access: 'Disabled' }, 'public-access-changed', 0],
      [{ kind: 'remove-region', service, region: 'northeurope' }, 'region-removed', 2],
      [{ kind: 'reinstate-region', service, region: 'northeurope' }, 'region-reinstated', 2],
      [{ kind: 'change-addresses', service, region: 'eastus' }, 'unexplained', 2],
      [
        { kind: 'change-addresses', service, region: 'westeurope', silent: true },
        'public-ip-resource-changed',
        2,
      ],
      [{ kind: 'remove-service', service }, 'gone', 2],
    ];
    await recorder.record();
    const before = (await timeline('contoso-api-prod')).length;
    for (const [mutation, cause, code] of days) {
      recorder.wait(day / 2);
      recorder.arm.controls.mutate(mutation);
      recorder.wait(day / 2);
      const run = await recorder.record('--json', '--quiet');
      const { changes } = JSON.parse(run.stdout);
      expect({ code: run.code, changes }).toEqual({ code, changes: [{ ...changes[0] }] });
      expect(changes[0].causes).toContain(cause);
      const quiet = await recorder.record('--json', '--quiet');
      expect({ code: quiet.code, changes: JSON.parse(quiet.stdout).changes }).toEqual({
        code: 0,
        changes: [],
      });
    }
    const { observations, changes } = await recorder.history();
    const key = armKey(service);
    const entries = timelineOf({
      observations: observations.filter(one => armKey(one.service) === key),
      changes: changes.filter(one => armKey(one.service) === key),
    }).filter(isChange);
    expect(entries.slice(before).map(one => one.causes)).toEqual(
      days.map(([, cause]) => expect.arrayContaining([cause])),
    );
  });

  it('reports changes since a time also where they were recorded before', async () => {
    await recorder.record();
    recorder.wait(day);
    recorder.arm.controls.mutate({
      kind: 'change-addresses',
      service: recorder.id('contoso-api-prod'),
      region: 'westeurope',
      silent: true,
    });
    expect((await recorder.record()).code).toBe(2);
    recorder.wait(hour);
    expect((await recorder.record()).code).toBe(0);
    const again = await recorder.record('--since', '1d', '--json');
    expect(again.code).toBe(2);
    expect(JSON.parse(again.stdout).changes).toMatchObject([{ causes: ['unexplained'], address: true }]);
  });

  it('names what it could not read, records the rest, and does not say that nothing changed', async () => {
    await recorder.record();
    const before = await recorder.history();
    recorder.wait(hour);
    const subscription = recorder.id('contoso-api-prod').split('/')[2] ?? '';
    recorder.arm.controls.addFault({ kind: 'graph-refused' });
    recorder.arm.controls.addFault({ kind: 'forbidden', subscription });
    const run = await recorder.record();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`Not read: Subscription ${subscription}`);
    const after = await recorder.history();
    const moved = after.observations.filter((one, index) => one.until !== before.observations[index]?.until);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.filter(one => one.service.includes(subscription))).toEqual([]);
    expect(await timeline('contoso-api-prod')).not.toContainEqual(
      expect.objectContaining({ causes: ['gone'] }),
    );
  });

  it('leaves the file as it was where Azure cannot be read, with the reason', async () => {
    await recorder.record();
    const before = await recorder.file();
    recorder.environment = { RECORD_ARM_TOKEN: recorder.arm.token().slice(0, -4) };
    const run = await recorder.record();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('The access token is invalid');
    expect(await recorder.file()).toBe(before);
  });

  it('refuses a damaged file with its line and leaves it as it is', async () => {
    await recorder.record();
    const damaged = `${(await recorder.file()).slice(0, -40)}\n`;
    await writeFile(recorder.out, damaged);
    const run = await recorder.record();
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/history\.jsonl, line \d+: is not JSON\. The file was left as it is\./);
    expect(await readFile(recorder.out, 'utf8')).toBe(damaged);
  });

  it('refuses a file of another tenant', async () => {
    await recorder.record();
    await writeFile(
      recorder.out,
      (await recorder.file()).replace(recorder.owner.tenant, 'd94c7e08-15b3-4f6a-8a72-0c6e9b21f4d3'),
    );
    const run = await recorder.record();
    expect(run).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('recorded in the tenant d94c7e08'),
    });
  });

  it('leaves names of people out of the file unless it is asked for them', async () => {
    await recorder.record();
    expect(await recorder.file()).not.toContain('@contoso.com');
    const named = await recorder.record('--names', '--out', `${recorder.out}.named`);
    expect(named.code).toBe(0);
    expect(await readFile(`${recorder.out}.named`, 'utf8')).toContain('@contoso.com');
  });

  it('reads only the subscriptions that it is given', async () => {
    const [, , wanted = ''] = recorder.id('contoso-api-prod').split('/');
    await recorder.record('--subscription', wanted);
    const { observations } = await recorder.history();
    expect(new Set(observations.map(one => one.service.split('/')[2]))).toEqual(new Set([wanted]));
  });

  it('writes to standard output, with its words beside it', async () => {
    const run = await recorder.record('--out', '-', '--json');
    expect(run.code).toBe(0);
    expect(run.stdout.split('\n')[0]).toContain('"apim-ip-history"');
    expect(run.stderr).toContain('services read');
  });

  it('names every mistake of the command line at once and does nothing', async () => {
    const run = await recorder.record(
      '--subscription',
      'x',
      '--since',
      'soon',
      '--webhook',
      'http://example.com/',
    );
    expect(run.code).toBe(1);
    for (const option of ['--subscription x', '--since soon', '--webhook'])
      expect(run.stderr).toContain(option);
    await expect(recorder.file()).rejects.toThrow('ENOENT');
  });

  it('says which service it could not understand, and does not call it gone', async () => {
    await recorder.record();
    recorder.wait(hour);
    const { world } = recorder.arm.arm;
    const [service] = world.services.all().filter(one => one.name === 'contoso-api-prod');
    if (service)
      world.putService({ ...service, spoil: wire => ({ ...wire, properties: 'cut' }) }, world.clock.now());
    const run = await recorder.record();
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('could not be understood') });
    expect(await timeline('contoso-api-prod')).not.toContainEqual(
      expect.objectContaining({ causes: ['gone'] }),
    );
  });

  it('waits where Azure throttles, and goes on', async () => {
    recorder.arm.controls.addFault({ kind: 'throttle', retryAfterSeconds: 1, times: 2 });
    const run = await recorder.record('--verbose');
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('throttled, going on at');
  });
});
