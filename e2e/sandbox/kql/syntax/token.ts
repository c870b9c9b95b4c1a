/** A piece of query text. `value` is what it stands for: a string's content, else the text itself. */
export type Token = {
  readonly kind: 'name' | 'number' | 'timespan' | 'string' | 'sign' | 'end';
  readonly text: string;
  readonly value: string;
  /** Offsets into the query's text; `end` is the first one after the token. */
  readonly start: number;
  readonly end: number;
};
