import { visibleText } from '../visible-text.ts';

/** The entries of a query string in their order; a key may stand several times. Every value is text. */
export type Query = readonly (readonly [key: string, value: string])[];

/** A value of a link that could not be used, for the screen to say so, with nothing hidden in it. `reason` completes "was left out: it ...". */
export type QueryProblem = { readonly key: string; readonly value: string; readonly reason: string };

export type Reject = (value: string, reason: string) => void;

/** One key of a screen's query: how its values are read, and how a value is written (nothing for the default). */
export type Field<T> = {
  readonly key: string;
  /** Never throws: a value that it cannot use is rejected and the default stands in. */
  readonly parse: (values: readonly string[], reject: Reject) => T;
  readonly format: (value: T) => readonly string[];
};

/** Reads the fields of one query. What no field has asked for stays in `rest` and is written back unchanged. */
export class QueryReader {
  #left: Query;
  readonly #problems: QueryProblem[] = [];

  constructor(search: string) {
    this.#left = [...new URLSearchParams(search)];
  }

  read<T>({ key, parse }: Field<T>): T {
    const values = this.#left.filter(entry => entry[0] === key).map(entry => entry[1]);
    this.#left = this.#left.filter(entry => entry[0] !== key);
    return parse(values, (value, reason) => this.#problems.push({ key, value: visibleText(value), reason }));
  }

  /** The entries that no field has read so far. */
  get rest(): Query {
    return this.#left;
  }

  get problems(): readonly QueryProblem[] {
    return this.#problems;
  }
}

/** The entries of one field; none where the value is the default. */
export function entriesOf<T>(field: Field<T>, value: T): Query {
  return field.format(value).map(text => [field.key, text] as const);
}

/** A query string with its `?`, or an empty text. Characters that a query may hold as they are stay readable. */
export function formatQuery(query: Query): string {
  if (query.length === 0) return '';
  return `?${query.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')}`;
}

/** A lone half of a surrogate pair cannot be encoded. RFC 3986 allows these in a query; URLSearchParams reads them back as they are. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /%(3A|2F|2C|40)/g,
    decodeURIComponent,
  );
}

/** One text, kept letter by letter: `10.10` stays `10.10`. The default is the empty text. */
export function textField(key: string): Field<string> {
  return {
    key,
    parse: (values, reject) => first(values, reject) ?? '',
    format: text => (text ? [text] : []),
  };
}

/** Several texts by repeating the key, each once without regard to case. `read` gives undefined for a value to reject. */
export function listField(
  key: string,
  reason = '',
  read: (value: string) => string | undefined = value => value,
): Field<readonly string[]> {
  return {
    key,
    parse(values, reject) {
      const found = new Map<string, string>();
      for (const value of values) {
        if (value === '') continue;
        const one = read(value);
        if (one === undefined) reject(value, reason);
        else if (!found.has(one.toLowerCase())) found.set(one.toLowerCase(), one);
      }
      return [...found.values()];
    },
    format: list => list,
  };
}

/** One of a few words, matched without case. */
export function choiceField<T extends string>(key: string, choices: readonly T[], fallback: T): Field<T> {
  return {
    key,
    parse(values, reject) {
      const value = first(values, reject);
      if (value === undefined || value === '') return fallback;
      const choice = choices.find(one => one.toLowerCase() === value.toLowerCase());
      if (choice === undefined) reject(value, `is none of ${choices.join(', ')}`);
      return choice ?? fallback;
    },
    format: choice => (choice === fallback ? [] : [choice]),
  };
}

/** A switch: `1` is on; off is the default and is left out. */
export function flagField(key: string): Field<boolean> {
  return {
    key,
    parse(values, reject) {
      const value = first(values, reject) ?? '';
      if (!/^(1|0|true|false)?$/i.test(value)) reject(value, 'is not 1');
      return /^(1|true)$/i.test(value);
    },
    format: on => (on ? ['1'] : []),
  };
}

/** A text of a certain form, null without one; `read` gives undefined for a value to reject. */
export function formField(
  key: string,
  reason: string,
  read: (value: string) => string | undefined,
): Field<string | null> {
  return {
    key,
    parse(values, reject) {
      const value = first(values, reject);
      if (value === undefined || value === '') return null;
      const one = read(value);
      if (one === undefined) reject(value, reason);
      return one ?? null;
    },
    format: value => (value === null ? [] : [value]),
  };
}

const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})?)?$/i;

/** True for an ISO date or instant that exists: not for the 30th of February, which `Date` would move into March. */
export function isIsoTime(text: string): boolean {
  if (!iso.test(text) || Number.isNaN(Date.parse(text))) return false;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
}

/** An ISO date or instant, null without one. */
export function timeField(key: string): Field<string | null> {
  return formField(key, 'is not an ISO date such as 2026-11-22 or 2026-11-22T10:00:00Z', text =>
    isIsoTime(text) ? text.toUpperCase() : undefined,
  );
}

function first(values: readonly string[], reject: Reject): string | undefined {
  for (const value of values.slice(1))
    reject(value, 'stands beside another value, of which the first counts');
  return values[0];
}
