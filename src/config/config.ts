import * as v from 'valibot';
import { type Cloud, clouds } from './cloud.ts';

/** `/config.json` after validation, with the defaults filled in and the cloud resolved. */
export type Config = {
  /** Empty: the app is not configured yet. */
  readonly clientId: string;
  /** A tenant GUID or domain, or `organizations`. */
  readonly tenant: string;
  readonly cloud: Cloud;
  readonly tokenCache: 'sessionStorage' | 'localStorage';
  readonly fleetCache: 'device' | 'off';
  readonly history: { readonly device: boolean; readonly url: string | null };
};

/** What is wrong with one field of the configuration: `cloud.resourceManager: must be https`. */
export type ConfigProblem = { readonly field: string; readonly problem: string };
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** A tenant that the configuration does not fix: whoever signs in decides. */
export function isAnyTenant(tenant: string): boolean {
  return /^(organizations|common)$/i.test(tenant);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** An invisible character in a host is dropped by the URL parser, so the text would not be what it looks like. */
const printable = v.regex(/^[\x21-\x7e]+$/, 'holds a space or a character that cannot be seen');

function origin(mayBeLoopback: boolean) {
  return v.pipe(
    v.string('must be text'),
    printable,
    v.check(text => parseUrl(text) !== undefined, 'must be a URL'),
    v.check(
      text => {
        const url = parseUrl(text);
        return (
          !url ||
          url.protocol === 'https:' ||
          (mayBeLoopback && url.protocol === 'http:' && isLoopback(url.hostname))
        );
      },
      mayBeLoopback ? 'must be https, or http on a loopback host' : 'must be https',
    ),
    v.check(text => {
      const url = parseUrl(text);
      return !url || (url.pathname === '/' && !url.search && !url.hash && !url.username);
    }, 'must be an origin alone, without a path, a query or a user'),
    v.transform(text => new URL(text).origin),
  );
}

const endpoint = v.pipe(
  v.string('must be text'),
  printable,
  v.check(text => {
    const url = parseUrl(text);
    return (
      url !== undefined &&
      (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
    );
  }, 'must be an https URL, or http on a loopback host'),
);

const cloudSchema = v.strictObject({
  name: v.pipe(
    v.string('must be text'),
    v.nonEmpty('must not be empty'),
    v.maxLength(64, 'is longer than 64 characters'),
  ),
  authority: origin(false),
  resourceManager: origin(true),
  scope: v.optional(v.pipe(v.string('must be text'), printable)),
  portal: v.optional(origin(true)),
  authorityMetadata: v.optional(
    v.object({
      issuer: v.pipe(v.string('must be text'), printable),
      authorization_endpoint: endpoint,
      token_endpoint: endpoint,
      end_session_endpoint: endpoint,
      jwks_uri: endpoint,
    }),
  ),
});

const cloudField = v.union(
  [v.picklist(Object.keys(clouds)), cloudSchema],
  `must be ${Object.keys(clouds).join(', ')} or an object with name, authority and resourceManager`,
);

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** True for what may stand where a tenant is named: a GUID or a domain. */
export function isTenantName(text: string): boolean {
  return guid.test(text) || domain.test(text);
}

const historyUrl = v.pipe(
  v.string('must be text'),
  v.check(
    text => text.startsWith('/') && !text.startsWith('//') && !text.includes('\\'),
    'must be a path on the same origin, such as /history.jsonl',
  ),
);

const schema = v.strictObject({
  version: v.literal(1, 'must be 1'),
  clientId: v.optional(
    v.pipe(
      v.string('must be text'),
      v.check(text => text === '' || guid.test(text), 'must be the GUID of an app registration'),
    ),
    '',
  ),
  tenant: v.optional(
    v.pipe(
      v.string('must be text'),
      v.check(
        text => isAnyTenant(text) || isTenantName(text),
        'must be a tenant GUID, a domain or organizations',
      ),
    ),
    'organizations',
  ),
  cloud: v.optional(cloudField, 'AzureCloud'),
  tokenCache: v.optional(
    v.picklist(['sessionStorage', 'localStorage'], 'must be sessionStorage or localStorage'),
    'sessionStorage',
  ),
  fleetCache: v.optional(v.picklist(['device', 'off'], 'must be device or off'), 'device'),
  history: v.optional(
    v.union(
      [
        v.picklist(['device', 'off']),
        v.strictObject({ device: v.boolean('must be true or false'), url: historyUrl }),
      ],
      'must be device, off or an object with device and url',
    ),
    'device',
  ),
});

function resolveCloud(value: v.InferOutput<typeof cloudField>): Cloud {
  if (typeof value === 'string') {
    const cloud = clouds[value];
    if (cloud) return cloud;
    throw new RangeError(`No cloud ${value}`);
  }
  return {
    name: value.name,
    label: value.name,
    authority: value.authority,
    resourceManager: value.resourceManager,
    scope: value.scope ?? `${value.resourceManager}/user_impersonation`,
    portal: value.portal ?? null,
    authorityMetadata: value.authorityMetadata ?? null,
  };
}

/** The most telling issues of a union are those of the member that the value tried to be. */
function flatten(issues: readonly v.BaseIssue<unknown>[]): readonly ConfigProblem[] {
  return issues.flatMap(issue => {
    const inner = issue.issues?.filter(one => one.path);
    if (inner && inner.length > 0) {
      const prefix = issue.path?.map(part => String(part.key)).join('.');
      return flatten(inner).map(one => ({ ...one, field: prefix ? `${prefix}.${one.field}` : one.field }));
    }
    const field = issue.path?.map(part => String(part.key)).join('.') ?? 'config.json';
    const problem =
      issue.kind === 'schema' && issue.expected === 'never' ? 'is not a known field' : issue.message;
    return [{ field, problem }];
  });
}

/** Validates the whole of `/config.json`; every bad field is named at once. */
export function parseConfig(value: unknown): ConfigResult {
  const result = v.safeParse(schema, value);
  if (!result.success) return { ok: false, problems: flatten(result.issues) };
  const { clientId, tenant, cloud, tokenCache, fleetCache, history } = result.output;
  return {
    ok: true,
    config: {
      clientId,
      tenant,
      cloud: resolveCloud(cloud),
      tokenCache,
      fleetCache,
      history: typeof history === 'string' ? { device: history === 'device', url: null } : history,
    },
  };
}
