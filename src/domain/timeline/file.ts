import * as v from 'valibot';
import { parseServiceId } from '../arm-id.ts';
import { visibleText } from '../visible-text.ts';
import { causeCodes } from './causes.ts';
import type { Change } from './change.ts';
import { regionFields, serviceFields } from './facts.ts';
import type { Observation } from './observation.ts';
import { canonicalTime, instantOf } from './time.ts';

/** Name and version of the history file (design 7): JSON Lines, this head first, then records in any order. */
export const fileFormat = 'apim-ip-history';
export const fileVersion = 1;

/** Bounds of what one file, line and record may hold. Far above anything Azure returns; a file beyond them is refused. */
export const fileLimits = {
  /** Characters of a file that is read record by record, and of one that is held in memory as a whole. */
  streamed: 8_000_000_000,
  whole: 500_000_000,
  /** Characters of one line. */
  line: 1_000_000,
  lines: 5_000_000,
  text: 2_048,
  list: 512,
  regions: 128,
  differences: 2_048,
} as const;

export type FileHead = {
  /** ISO time. */
  readonly exportedAt: string;
  /** Name of the cloud as in config.json. */
  readonly cloud: string;
  /** Tenant GUID. */
  readonly tenant: string;
};

export type FileRecord =
  | { readonly type: 'observation'; readonly observation: Observation }
  | { readonly type: 'change'; readonly change: Change };

const text = v.pipe(
  v.string('must be text'),
  v.maxLength(fileLimits.text, `is longer than ${fileLimits.text} characters`),
  v.transform(visibleText),
);
const name = v.pipe(text, v.nonEmpty('must not be empty'));
const nullableText = v.nullable(text);
const optionalText = v.optional(nullableText, null);
const flag = v.boolean('must be true or false');

/** Years outside of this span are a broken clock or a broken file; a chart over them would be useless. */
const [earliest, latest] = [Date.UTC(2010, 0), Date.UTC(2100, 0)];

const time = v.pipe(
  text,
  v.check(iso => {
    const instant = instantOf(iso);
    return instant >= earliest && instant < latest;
  }, 'must be an ISO time with a zone, between 2010 and 2100'),
  v.transform(canonicalTime),
);

const list = v.nullable(
  v.pipe(
    v.array(text, 'must be a list of texts'),
    v.maxLength(fileLimits.list, `holds more than ${fileLimits.list} entries`),
    v.transform((items): readonly string[] | null =>
      items.length === 0 ? null : [...new Set(items)].sort(),
    ),
  ),
);

const service = v.pipe(
  name,
  v.check(
    id => parseServiceId(id) !== undefined && !/[\s\\]/.test(id),
    'must be the ARM id of an API Management service',
  ),
);

/** Short forms of regions, and the places of Azure's change history whose region is not known (`additionalLocations[0]`). */
const region = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-z0-9][a-zA-Z0-9 ()[\]-]{0,63}$/, 'must be the short form of a region'),
);

/** The schema library passes over keys such as `__proto__`; half a record is not read here. */
function hasRegionNames(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !Object.keys(value).some(key => key in Object.prototype)
  );
}

const regionFacts = v.object({
  primary: v.exactOptional(flag),
  publicIPAddresses: v.exactOptional(list),
  privateIPAddresses: v.exactOptional(list),
  outboundPublicIPAddresses: v.exactOptional(list),
  subnetId: v.exactOptional(nullableText),
  publicIpAddressId: v.exactOptional(nullableText),
  natGatewayState: v.exactOptional(nullableText),
  zones: v.exactOptional(list),
  platformVersion: v.exactOptional(nullableText),
  gatewayDisabled: v.exactOptional(flag),
});

const facts = v.object({
  createdAt: v.exactOptional(v.nullable(time)),
  tier: v.exactOptional(nullableText),
  vnetMode: v.exactOptional(nullableText),
  subscriptionState: v.exactOptional(nullableText),
  publicNetworkAccess: v.exactOptional(nullableText),
  regions: v.exactOptional(
    v.pipe(
      v.custom<Readonly<Record<string, unknown>>>(hasRegionNames, 'must be an object by region'),
      v.record(region, regionFacts),
      v.maxEntries(fileLimits.regions, `holds more than ${fileLimits.regions} regions`),
    ),
  ),
});

const observation = v.pipe(
  v.object({
    type: v.literal('observation'),
    service,
    at: time,
    until: time,
    source: v.picklist(['arm', 'resource-graph'], 'must be arm or resource-graph'),
    facts,
  }),
  v.check(one => instantOf(one.until) >= instantOf(one.at), 'until lies before at'),
  v.transform(({ type, ...one }): FileRecord => ({ type, observation: one })),
);

const value = v.union([flag, list, text], 'must be text, true, false, null or a list of texts');

const difference = v.object({
  region: v.exactOptional(region),
  field: v.picklist([...serviceFields, ...regionFields], 'is not the name of a fact'),
  before: v.exactOptional(value),
  after: v.exactOptional(value),
});

const change = v.pipe(
  v.object({
    type: v.literal('change'),
    id: name,
    service,
    at: time,
    notBefore: v.optional(v.nullable(time), null),
    source: v.picklist(
      ['observed', 'change-history', 'activity-log'],
      'must be observed, change-history or activity-log',
    ),
    causes: v.pipe(v.array(v.picklist(causeCodes, 'is not a cause code')), v.maxLength(causeCodes.length)),
    differences: v.pipe(
      v.array(difference, 'must be a list'),
      v.maxLength(fileLimits.differences, `holds more than ${fileLimits.differences} entries`),
    ),
    correlationId: optionalText,
    changedBy: optionalText,
    changedByType: optionalText,
    operation: optionalText,
    status: v.optional(
      v.nullable(v.picklist(['started', 'succeeded', 'failed'], 'must be started, succeeded or failed')),
      null,
    ),
    truncated: v.optional(flag, false),
  }),
  v.check(
    one => one.notBefore === null || instantOf(one.at) >= instantOf(one.notBefore),
    'at lies before notBefore',
  ),
  v.transform(({ type, ...one }): FileRecord => ({ type, change: one })),
);

export const recordSchema = v.variant(
  'type',
  [observation, change],
  'must be a record of type observation or change',
);

export const headSchema = v.object({
  format: v.literal(fileFormat, `must be ${fileFormat}`),
  version: v.number('must be a number'),
  exportedAt: time,
  cloud: name,
  tenant: name,
});
