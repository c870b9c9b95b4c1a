import { parseArgs } from 'node:util';
import { isGuid } from '../src/config/config.ts';
import { instantOf } from '../src/domain/timeline/time.ts';
import { isSafeUrl } from './safe-url.ts';

export type Options = {
  readonly command: 'record' | 'compact';
  /** A path, a URL of a blob, or `-`. */
  readonly out: string;
  readonly subscriptions: readonly string[];
  /** Milliseconds since 1970; null: only what this run recorded is reported. */
  readonly since: number | null;
  readonly cloud: string | null;
  readonly config: string | null;
  readonly webhook: string | null;
  readonly names: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Of `compact`: days of history that stay; null for all of it. */
  readonly keepDays: number | null;
};

export type Parsed =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

const day = 86_400_000;

/** Reads the command line; every mistake is named at once. `now` in milliseconds since 1970. */
export function parseOptions(args: readonly string[], now: number): Parsed {
  let given: ReturnType<typeof read>;
  try {
    given = read(args);
  } catch (error) {
    return { kind: 'wrong', problems: [error instanceof Error ? error.message : String(error)] };
  }
  const { values, positionals } = given;
  if (values.help) return { kind: 'help' };
  const problems: string[] = [];
  const [command = 'record', ...rest] = positionals;
  if (command !== 'record' && command !== 'compact')
    problems.push(`${command} is no command; it may be compact.`);
  if (rest.length > 0) problems.push(`${rest.join(' ')}: too many words. An option begins with --.`);
  const out = values.out ?? '';
  if (out === '') problems.push('--out is missing: a file, the URL of a blob, or - for standard output.');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(out) && !isSafeUrl(out)) problems.push('--out: a URL must be https.');
  if (out === '-' && command === 'compact')
    problems.push('--out: compact needs a file or the URL of a blob.');
  const subscriptions = values.subscription ?? [];
  for (const id of subscriptions)
    if (!isGuid(id)) problems.push(`--subscription ${id}: must be the id (a GUID) of a subscription.`);
  const since = values.since === undefined ? null : sinceOf(values.since, now);
  if (Number.isNaN(since))
    problems.push(
      `--since ${values.since}: must be an ISO time, such as 2026-11-01T00:00:00Z, or days, such as 14d.`,
    );
  const keepDays = values.keep === undefined ? null : daysOf(values.keep);
  if (keepDays !== null && !(keepDays > 0))
    problems.push(`--keep ${values.keep}: must be a number of days, such as 730d.`);
  if (keepDays !== null && command !== 'compact') problems.push('--keep belongs to compact.');
  if (values.webhook !== undefined && !isSafeUrl(values.webhook))
    problems.push('--webhook: must be an https URL, or http on a loopback host.');
  if (values.quiet && values.verbose) problems.push('--quiet and --verbose exclude each other.');
  if (values.cloud !== undefined && values.config !== undefined)
    problems.push('--cloud and --config exclude each other.');
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'run',
    options: {
      command: command === 'compact' ? 'compact' : 'record',
      out,
      subscriptions,
      since,
      cloud: values.cloud ?? null,
      config: values.config ?? null,
      webhook: values.webhook ?? null,
      names: values.names ?? false,
      json: values.json ?? false,
      quiet: values.quiet ?? false,
      verbose: values.verbose ?? false,
      keepDays,
    },
  };
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string', short: 'o' },
      subscription: { type: 'string', short: 's', multiple: true },
      since: { type: 'string' },
      cloud: { type: 'string' },
      config: { type: 'string' },
      webhook: { type: 'string' },
      keep: { type: 'string' },
      names: { type: 'boolean' },
      json: { type: 'boolean' },
      quiet: { type: 'boolean', short: 'q' },
      verbose: { type: 'boolean', short: 'v' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function sinceOf(text: string, now: number): number {
  const days = daysOf(text);
  return Number.isNaN(days) ? instantOf(text) : now - days * day;
}

function daysOf(text: string): number {
  return /^\d{1,5}d$/.test(text) ? Number(text.slice(0, -1)) : Number.NaN;
}
