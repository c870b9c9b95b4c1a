import { randomUUID } from 'node:crypto';
import { type ResourceGraphError, resourceGraphError } from './kql-error.ts';
import type { QueryResult, Row } from './run-query.ts';
import { type NextPage, readSkipToken, writeSkipToken } from './skip-token.ts';
import type { Column, KqlType } from './values/type.ts';

/** The `options` of a Resource Graph request, as they came over the wire. */
export type PageOptions = {
  readonly $top?: unknown;
  readonly $skip?: unknown;
  readonly $skipToken?: unknown;
  readonly resultFormat?: unknown;
};

type PageContext = {
  /** The query's text, and whatever else a token must be bound to, such as the subscriptions that were asked. */
  readonly query: string;
  readonly now: () => number;
  /** Given back in an error; a random one where it is left out. */
  readonly correlationId?: string;
};

/** The answer of Resource Graph. `resultTruncated` is text on the wire. */
export type Page = {
  readonly totalRecords: number;
  readonly count: number;
  readonly data: readonly Row[] | Table;
  readonly facets: readonly [];
  readonly resultTruncated: 'true' | 'false';
  readonly $skipToken?: string;
};

type Table = {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly (readonly unknown[])[];
};

/**
 * Microsoft's documents name two defaults, 100 (2021) and 1,000 (later). The smaller one shows a client that relies on
 * the default.
 */
const defaultTop = 100;
const largestTop = 1_000;

/** The types of columns in the table format, from the SDK; it has none for times. */
const wireTypes: Readonly<Record<KqlType, string>> = {
  bool: 'boolean',
  datetime: 'string',
  dynamic: 'object',
  int: 'integer',
  long: 'integer',
  real: 'number',
  string: 'string',
  timespan: 'string',
};

/**
 * Cuts a query's result into the page that the options ask for. Pages follow each other by `$skipToken` where the
 * answer has a column `id` and the query says neither `take` nor `limit`; else what does not fit is lost, and
 * `resultTruncated` says so. `take` and `limit` make Resource Graph ignore `$skip`.
 */
export function pageOf(
  result: QueryResult,
  options: PageOptions,
  context: PageContext,
): { readonly ok: true; readonly page: Page } | { readonly ok: false; readonly error: ResourceGraphError } {
  const wanted = placeOf(options, context.query);
  if (typeof wanted === 'string') return { ok: false, error: refusal(wanted, context) };
  const { rows, columns, takes } = result;
  const offset = takes ? 0 : wanted.offset;
  const slice = rows.slice(offset, offset + wanted.size);
  const end = offset + slice.length;
  const pageable = !takes && columns.some(({ name }) => name === 'id');
  const rest = rows.length > end;
  const page: Page = {
    totalRecords: rows.length,
    count: slice.length,
    data: options.resultFormat === 'table' ? tableOf(columns, slice) : slice,
    facets: [],
    resultTruncated: rest && !pageable ? 'true' : 'false',
  };
  if (!rest || !pageable) return { ok: true, page };
  const next = writeSkipToken({ offset: end, size: wanted.size }, context.query);
  return { ok: true, page: { ...page, $skipToken: next } };
}

/** The page that is asked for, or what is wrong with the options. `$top` and `$skip` override the token. */
function placeOf(options: PageOptions, query: string): NextPage | string {
  const { $top, $skip, $skipToken, resultFormat } = options;
  if ($top !== undefined && !isWhole($top, 1, largestTop))
    return `$top must be a whole number from 1 to ${largestTop}.`;
  if ($skip !== undefined && !isWhole($skip, 0, Number.MAX_SAFE_INTEGER))
    return '$skip must be a whole number from 0.';
  if (resultFormat !== undefined && resultFormat !== 'table' && resultFormat !== 'objectArray') {
    return 'resultFormat must be table or objectArray.';
  }
  const token =
    $skipToken === undefined
      ? first
      : typeof $skipToken === 'string'
        ? readSkipToken($skipToken, query)
        : null;
  if (token === null) return '$skipToken is not one that was given for this query.';
  return { offset: $skip ?? token.offset, size: $top ?? token.size };
}

const first: NextPage = { offset: 0, size: defaultTop };

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function tableOf(columns: readonly Column[], rows: readonly Row[]): Table {
  return {
    columns: columns.map(({ name, type }) => ({ name, type: wireTypes[type] })),
    rows: rows.map(row => columns.map(({ name }) => row[name])),
  };
}

/** No published answer to bad options was found: the envelope is Resource Graph's, the words are not. */
function refusal(message: string, { now, correlationId }: PageContext): ResourceGraphError {
  return resourceGraphError([{ code: 'BadRequest', message }], now(), correlationId ?? randomUUID());
}
