import { ArmError } from '../../azure/arm-error.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { clouds } from '../../config/cloud.ts';
import { type Config, isAnyTenant, isGuid } from '../../config/config.ts';
import type { HistoryStatus } from '../../history/status.ts';
import type { Problem, Retry } from './problem.ts';

export type DiagnosticsOf = {
  /** Epoch ms. */
  readonly at: number;
  readonly build: { readonly version: string; readonly commit: string };
  /** `navigator.userAgent`. */
  readonly browser: string;
  readonly online: boolean;
  /** Name of the route, such as `fleet`; never its address. */
  readonly screen: string;
  readonly config: Config;
  readonly fleet: FleetRead | undefined;
  readonly history: HistoryStatus;
  readonly problems: readonly Problem[];
  /** Ids of the tenant and the account: they never get out, whatever they are given out for. */
  readonly ids: readonly string[];
};

/** A longer list tells nobody more. */
const mostProblems = 50;

/**
 * What whoever helps needs to know, put together from a list of fields and nothing else: no token, no name, no address,
 * and of ids the correlation ids alone. Subscriptions are numbered. It is copied by the reader and sent nowhere.
 */
export function diagnosticsText(of: DiagnosticsOf): string {
  const { at, build, browser, online, screen, config, fleet, history, problems } = of;
  const own = ownIds(of);
  const lines = [
    'APIM IP Dashboard, diagnostics',
    `time: ${isoTime(at)}`,
    `build: ${build.version} ${build.commit}`,
    `browser: ${browser}`,
    `online: ${online ? 'yes' : 'no'}`,
    `screen: ${screen}`,
    `cloud: ${Object.hasOwn(clouds, config.cloud.name) ? config.cloud.name : 'another'}`,
    `configured: ${configKinds(config)}`,
    `history: ${history.status === 'off' ? `off, ${history.reason}` : history.status}`,
    `fleet: ${fleet ? counts(fleet) : 'not read'}`,
    `problems: ${problems.length}`,
  ];
  const number = numbering();
  const told = problems
    .slice(0, mostProblems)
    .map((one, index) => `${index + 1}. ${problemLine(one, number, own)}`);
  const left = problems.length - told.length;
  return [...lines, ...told, ...(left > 0 ? [`and ${left} more`] : []), ''].join('\n');
}

/** Where the fields of the configuration are set, and not to what. */
function configKinds({ tenant, tokenCache, fleetCache, history }: Config): string {
  const kept = history.device ? 'on the device' : 'off';
  return [
    `tenant ${isAnyTenant(tenant) ? 'any' : 'fixed'}`,
    `token cache ${tokenCache}`,
    `fleet cache ${fleetCache}`,
    `history ${kept}${history.url === null ? '' : ' and a file'}`,
  ].join(', ');
}

function counts({ services, unreadable, subscriptions, missing, source, underWay, receivedAt }: FleetRead) {
  return [
    `${services.length} services`,
    `${unreadable.length} unreadable`,
    `${subscriptions.length} subscriptions`,
    `${missing.length} missing`,
    `from ${source}`,
    `at ${isoTime(receivedAt)}`,
    ...(underWay ? ['still being read'] : []),
  ].join(', ');
}

function problemLine(
  { operation, subscriptionId, reason, at, retry }: Problem,
  number: (subscriptionId: string) => number,
  own: ReadonlySet<string>,
): string {
  return [
    operation,
    ...(subscriptionId === null ? [] : [`subscription ${number(subscriptionId)}`]),
    ...reasonParts(reason, own),
    ...(at === null ? [] : [`at ${isoTime(at)}`]),
    retryPart(retry),
  ].join('; ');
}

function reasonParts(reason: Problem['reason'], own: ReadonlySet<string>): readonly string[] {
  if (reason === 'not-listed') return ['not listed by Resource Graph'];
  if (!(reason instanceof ArmError)) return [`fault of the page: ${word(reason.name)}`];
  const { kind, status, code, correlationId } = reason;
  const isReference =
    correlationId !== null && isGuid(correlationId) && !own.has(correlationId.toLowerCase());
  return [
    kind,
    ...(status > 0 ? [`HTTP ${status}`] : ['no answer']),
    ...(code === '' ? [] : [`code ${word(code)}`]),
    ...(isReference ? [`correlation id ${correlationId}`] : []),
  ];
}

/**
 * A code is a word that Azure or the sign-in library chose, such as `AuthorizationFailed` or `timed_out`. Whatever else
 * stands in its place came from somebody on the way, and may hold anything.
 */
function word(code: string): string {
  return /^[A-Za-z]+(_[a-z]+)*$/.test(code) && code.length <= 60 ? code : 'left out';
}

function retryPart(retry: Retry): string {
  switch (retry.by) {
    case 'itself':
      return `asked again at ${isoTime(retry.until)}`;
    case 'itself-now':
      return 'being asked again';
    case 'connection':
      return 'asked again when online';
    case 'sign-in':
      return 'waits for a sign-in';
    case 'reader':
      return 'asked again by hand only';
    case 'right':
      return 'waits for a right';
  }
}

/** A broken server might quote one of these where the id of a request belongs. */
function ownIds({ ids, fleet, config, problems }: DiagnosticsOf): ReadonlySet<string> {
  const all = [
    ...ids,
    config.clientId,
    config.tenant,
    ...(fleet?.subscriptions.map(({ id }) => id) ?? []),
    ...(fleet?.missing.map(({ subscriptionId }) => subscriptionId) ?? []),
    ...problems.map(({ subscriptionId }) => subscriptionId ?? ''),
  ];
  return new Set(all.map(id => id.toLowerCase()));
}

function numbering(): (subscriptionId: string) => number {
  const numbers = new Map<string, number>();
  return subscriptionId => {
    const key = subscriptionId.toLowerCase();
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return number;
  };
}

/** A time that a clock cannot show is no time. */
function isoTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? 'an unknown time' : date.toISOString();
}
