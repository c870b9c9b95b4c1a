import { formatServiceId, parseServiceId, type ServiceId } from '../arm-id.ts';
import {
  choiceField,
  entriesOf,
  formatQuery,
  formField,
  listField,
  type Query,
  type QueryProblem,
  QueryReader,
  timeField,
} from './query-codec.ts';

/** The tabs of the service screen, in their order on screen; the first is the default. */
export const serviceTabs = ['addresses', 'guidance', 'network', 'timeline', 'json'] as const;
export type ServiceTab = (typeof serviceTabs)[number];

/** What the query of a service link says (design 3, contract). Null and empty: not asked for. */
export type ServiceQuery = {
  readonly tab: ServiceTab;
  /** Guidance purpose, such as `private-back-ends`. */
  readonly for: string | null;
  /** Rule text, such as `bicep`. */
  readonly format: string | null;
  /** ISO instant: addresses as recorded then. */
  readonly at: string | null;
  /** Timeline: ISO date or instant. */
  readonly from: string | null;
  readonly to: string | null;
  /** Timeline: cause codes. */
  readonly cause: readonly string[];
  /** Every other key, `tenant` among them, as the link gave it. */
  readonly rest: Query;
};

const code = (text: string) => (/^[a-z][a-z0-9-]{0,63}$/i.test(text) ? text.toLowerCase() : undefined);
const notCode = 'is not a word of letters, digits and hyphens';
const fields = {
  tab: choiceField('tab', serviceTabs, 'addresses'),
  for: formField('for', notCode, code),
  format: formField('format', notCode, code),
  at: timeField('at'),
  from: timeField('from'),
  to: timeField('to'),
  cause: listField('cause', notCode, code),
};

/** Reads the query of a service link. It never throws: what cannot be used is named in `problems` and left out. */
export function readServiceQuery(search: string): {
  readonly query: ServiceQuery;
  readonly problems: readonly QueryProblem[];
} {
  const reader = new QueryReader(search);
  const read = {
    tab: reader.read(fields.tab),
    for: reader.read(fields.for),
    format: reader.read(fields.format),
    at: reader.read(fields.at),
    from: reader.read(fields.from),
    to: reader.read(fields.to),
    cause: reader.read(fields.cause),
  };
  return { query: { ...read, rest: reader.rest }, problems: reader.problems };
}

/** Writes a query, defaults left out. `tenant` leads, so that it stays in view in a long link. */
export function formatServiceQuery(query: ServiceQuery): string {
  const tenant = query.rest.filter(([key]) => key === 'tenant');
  return formatQuery([
    ...tenant,
    ...entriesOf(fields.tab, query.tab),
    ...entriesOf(fields.for, query.for),
    ...entriesOf(fields.format, query.format),
    ...entriesOf(fields.at, query.at),
    ...entriesOf(fields.from, query.from),
    ...entriesOf(fields.to, query.to),
    ...entriesOf(fields.cause, query.cause),
    ...query.rest.filter(([key]) => key !== 'tenant'),
  ]);
}

/** The path of a service's screen: its ARM id, with the characters encoded that a path cannot hold. */
export function servicePath(id: ServiceId): string {
  return formatServiceId(id).split('/').map(encodeSegment).join('/');
}

/** The same of an ARM id as Azure wrote it, with what cannot be seen in it: only that leads to the service. */
export function servicePathOf(armId: string): string {
  const id = parseServiceId(armId);
  return id ? servicePath(id) : armId.split('/').map(encodeSegment).join('/');
}

/** The path with the id as ARM spells it; trailing parts stay. Unchanged where it does not name that service. */
export function pathAsSpelled(pathname: string, id: ServiceId): string {
  const decoded = decode(pathname);
  const found = parseServiceId(decoded);
  if (!found || formatServiceId(found).toLowerCase() !== formatServiceId(id).toLowerCase()) return pathname;
  const trailing = pathname.split('/').slice(formatServiceId(id).split('/').length);
  return [servicePath(id), ...trailing].join('/');
}

/** RFC 3986 lets a path segment hold these as they are; resource groups often have parentheses. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /%(24|26|2B|2C|3A|3B|3D|40)/g,
    decodeURIComponent,
  );
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
