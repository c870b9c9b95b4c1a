import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { startTestArm, type TestArm } from '../../e2e/sandbox/arm/test-arm.ts';
import { contoso } from '../../e2e/sandbox/tenants.ts';
import type { WorldScale } from '../../e2e/sandbox/world/create-world.ts';
import { serviceId } from '../../e2e/sandbox/world/model.ts';
import { type HistoryResult, readHistory } from '../../src/domain/timeline/file-read.ts';
import type { History } from '../../src/domain/timeline/history.ts';
import { run } from '../cli.ts';

export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** A recorder beside the stand-in Azure, with a folder of its own. */
export type TestRecorder = {
  readonly arm: TestArm;
  readonly folder: string;
  /** Path of the history file. */
  readonly out: string;
  readonly owner: { readonly cloud: string; readonly tenant: string };
  /** The recorder with `--config` and, unless the arguments name another, `--out`. */
  record(...args: readonly string[]): Promise<Run>;
  /** Moves the sandbox's clock and the recorder's on. */
  wait(ms: number): void;
  /** ARM id of a service of the showcase. */
  id(name: string): string;
  file(): Promise<string>;
  /** The file as the page reads it. */
  history(): Promise<History>;
  environment: Record<string, string>;
  close(): Promise<void>;
};

export async function startTestRecorder(scale: WorldScale = 'showcase'): Promise<TestRecorder> {
  const arm = await startTestArm({ scale });
  const folder = await mkdtemp(join(tmpdir(), 'recorder-'));
  const config = join(folder, 'config.json');
  const cloud = {
    name: 'Sandbox',
    authority: 'https://login.microsoftonline.com',
    resourceManager: arm.origin,
  };
  await writeFile(config, JSON.stringify({ version: 1, cloud }));
  const out = join(folder, 'history.jsonl');
  const owner = { cloud: cloud.name, tenant: contoso.id };
  let offset = 0;
  // The sandbox stands at a moment and is moved by hand; waits of the transport need a clock that goes.
  const began = performance.now();
  // Rows that are awkward on purpose belong to tests of their own.
  const { world } = arm.arm;
  for (const service of world.services.all())
    if (service.spoil !== null) world.putService({ ...service, spoil: null }, world.began);
  const recorder: TestRecorder = {
    arm,
    folder,
    out,
    owner,
    environment: {},
    async record(...args) {
      const [stdout, stderr] = [collector(), collector()];
      const where = args.includes('--out') ? [] : ['--out', out];
      const code = await run([...args, ...where, '--config', config], {
        environment: { RECORD_ARM_TOKEN: arm.token(), ...recorder.environment },
        stdout: stdout.stream,
        stderr: stderr.stream,
        now: () => arm.arm.clock.now() + performance.now() - began,
      });
      return { code, stdout: stdout.text(), stderr: stderr.text() };
    },
    wait(ms) {
      offset += ms;
      arm.controls.setClockOffset(offset);
    },
    id(name) {
      const service = arm.arm.world.services.all().find(one => one.name === name);
      if (!service) throw new Error(`The sandbox has no ${name}`);
      return serviceId(service);
    },
    file: () => readFile(out, 'utf8'),
    async history() {
      const result: HistoryResult = await readHistory([await recorder.file()], owner);
      if (!result.ok) throw new Error(`line ${result.line}: ${result.reason}`);
      return result.history;
    },
    async close() {
      await arm.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return recorder;
}

function collector() {
  const parts: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => parts.join('') };
}
