import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { ArmError } from '../src/azure/arm-error.ts';
import { type Cloud, clouds } from '../src/config/cloud.ts';
import { parseConfig } from '../src/config/config.ts';
import { isoOf } from '../src/domain/timeline/time.ts';
import { blobTarget } from './blob-target.ts';
import { compactTarget } from './compact.ts';
import { connect } from './connect.ts';
import { fileTarget } from './file-target.ts';
import { help } from './help.ts';
import { lookAtAzure, reasonOf } from './look.ts';
import { changesAddress } from './news.ts';
import { type Options, parseOptions } from './options.ts';
import { type Recorded, recordInto } from './record.ts';
import { Reporter } from './reporter.ts';
import { type SignIn, signIn } from './sign-in.ts';
import { streamTarget } from './stream-target.ts';
import { type Target, TargetError } from './target.ts';
import { toldOf } from './told.ts';
import { callWebhook } from './webhook.ts';
import type { World } from './world.ts';

/** What a run ended with: all was read and no address changed, it failed or a part is missing, or an address changed. */
export const exitCodes = { unchanged: 0, failed: 1, changed: 2 } as const;

class WrongInput extends Error {}

/** One run of the recorder. Resolves to the exit code; everything else is on the two streams. */
export async function run(args: readonly string[], world: World): Promise<number> {
  const parsed = parseOptions(args, world.now());
  if (parsed.kind === 'help') {
    world.stdout.write(help);
    return exitCodes.unchanged;
  }
  if (parsed.kind === 'wrong') {
    for (const problem of parsed.problems) world.stderr.write(`${problem}\n`);
    world.stderr.write('npm run record -- --help tells what there is.\n');
    return exitCodes.failed;
  }
  const { options } = parsed;
  const reporter = new Reporter(world, options);
  try {
    return options.command === 'compact'
      ? await compactRun(options, world, reporter)
      : await recordRun(options, world, reporter);
  } catch (error) {
    if (error instanceof ArmError) return reporter.failed(reasonOf(error));
    if (error instanceof TargetError || error instanceof WrongInput) return reporter.failed(error.message);
    return reporter.failed(
      `An error of the recorder itself: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}

async function recordRun(options: Options, world: World, reporter: Reporter): Promise<number> {
  const { cloud, session, target } = await prepare(options, world);
  reporter.step(`Signing in to ${cloud.label}`);
  const azure = await connect(cloud, session, world.now);
  const stopWaits = azure.arm.activity.subscribe(() => reporter.waits(azure.arm.activity.waits()));
  const selection = options.subscriptions.length > 0 ? options.subscriptions : 'all';
  const look = await lookAtAzure(azure, selection, (services, total) => reporter.progress(services, total));
  stopWaits();
  reporter.step(
    `Read ${look.fleet.services.length} services from ${look.fleet.source} and ${look.rows.length} rows of change history`,
  );
  const recorded = await recordInto({
    azure,
    target,
    look,
    since: options.since,
    names: options.names,
    writing: conflicts =>
      reporter.step(
        conflicts === 0 ? `Writing ${target.name}` : `Another recorder wrote: merging again (${conflicts})`,
      ),
  });
  const head = { recordedAt: isoOf(azure.arm.now()), cloud: cloud.name, tenant: azure.scope.tenantId };
  const missing = [...recorded.missing, ...(await tell(options, world, head, recorded))];
  const { changes, ...figures } = recorded;
  reporter.recorded(
    { ...head, out: target.name, ...figures, missing, changes: changes.map(toldOf) },
    changes,
  );
  if (changes.some(changesAddress)) return exitCodes.changed;
  return missing.length > 0 ? exitCodes.failed : exitCodes.unchanged;
}

async function tell(
  { webhook }: Options,
  { environment }: World,
  head: { readonly recordedAt: string; readonly cloud: string; readonly tenant: string },
  { changes }: Recorded,
): Promise<readonly string[]> {
  if (webhook === null || changes.length === 0) return [];
  const secret = environment['RECORD_WEBHOOK_SECRET'] || null;
  const refusal = await callWebhook({ url: webhook, secret, head, changes });
  return refusal === null ? [] : [`${refusal}. Run again with --since to send them once more.`];
}

async function compactRun(options: Options, world: World, reporter: Reporter): Promise<number> {
  const { cloud, session, target } = await prepare(options, world);
  const azure = await connect(cloud, session, world.now);
  const keepSince = options.keepDays === null ? null : world.now() - options.keepDays * 86_400_000;
  const owner = { cloud: cloud.name, tenant: azure.scope.tenantId };
  reporter.step(`Compacting ${target.name}`);
  const { before, after } = await compactTarget({
    target,
    owner,
    keepSince,
    names: options.names,
    now: world.now(),
  });
  reporter.compacted({ out: target.name, before, after });
  return exitCodes.unchanged;
}

async function prepare(options: Options, { environment, stdout }: World) {
  const cloud = await cloudOf(options);
  const session = signIn(cloud, environment);
  return { cloud, session, target: targetOf(options.out, session, stdout) };
}

function targetOf(out: string, { storage }: SignIn, stdout: Writable): Target {
  if (out === '-') return streamTarget(stdout);
  if (!/^https?:\/\//i.test(out)) return fileTarget(out);
  return blobTarget(out, { credential: new URL(out).searchParams.has('sig') ? null : storage });
}

async function cloudOf({ cloud, config }: Options): Promise<Cloud> {
  if (config === null) {
    const known = clouds[cloud ?? 'AzureCloud'];
    if (known) return known;
    throw new WrongInput(
      `--cloud ${cloud}: must be ${Object.keys(clouds).join(', ')}; for any other give --config.`,
    );
  }
  const text = await readFile(config, 'utf8').catch((error: unknown) => {
    throw new WrongInput(`--config: ${error instanceof Error ? error.message : String(error)}`);
  });
  const parsed = parseConfig(json(text, config));
  if (parsed.ok) return parsed.config.cloud;
  throw new WrongInput(parsed.problems.map(one => `${config}: ${one.field}: ${one.problem}`).join('\n'));
}

function json(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongInput(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
