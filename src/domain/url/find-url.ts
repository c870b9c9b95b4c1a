import {
  entriesOf,
  formatQuery,
  type Query,
  type QueryProblem,
  QueryReader,
  textField,
} from './query-codec.ts';

/** What a link to Find asks (design 3, contract). */
export type FindUrl = {
  /** Letter by letter as it was typed; several lines for several questions. */
  readonly q: string;
  /** Every other key, `tenant` among them, as the link gave it. */
  readonly rest: Query;
};

const q = textField('q');

/** Reads the query of a link to Find. Never throws. */
export function readFindUrl(search: string): {
  readonly url: FindUrl;
  readonly problems: readonly QueryProblem[];
} {
  const reader = new QueryReader(search);
  return { url: { q: reader.read(q), rest: reader.rest }, problems: reader.problems };
}

/** The query of a link to Find, `tenant` first. */
export function formatFindUrl({ q: text, rest }: FindUrl): string {
  const tenant = rest.filter(([key]) => key === 'tenant');
  return formatQuery([...tenant, ...entriesOf(q, text), ...rest.filter(([key]) => key !== 'tenant')]);
}
