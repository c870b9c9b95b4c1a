import type { IpRange } from '../ranges/ip-range.ts';

export type ListFormat = 'text' | 'csv' | 'json' | 'nsg' | 'ip-group' | 'terraform' | 'bicep' | 'nginx';

export type EntryValue =
  | { readonly kind: 'range'; readonly range: IpRange }
  /** Every address of both families. */
  | { readonly kind: 'any' }
  | { readonly kind: 'tag'; readonly name: string }
  /** In lower case. */
  | { readonly kind: 'host'; readonly host: string };

export type PortSpan = { readonly first: number; readonly last: number };

/** What a rule says beside the address; null where the list does not say. */
export type RuleTerms = {
  readonly action: 'allow' | 'deny';
  readonly side: 'source' | 'destination' | null;
  /** In lower case, null for any. */
  readonly protocol: string | null;
  /** Null for any. */
  readonly ports: readonly PortSpan[] | null;
  /** Of the rules in one scope that fit, the one with the lowest order decides. */
  readonly scope: string;
  readonly order: number;
  /** Why it has no effect, such as `the rule is disabled`. */
  readonly idle: string | null;
};

/** One address, range, service tag or host name of the list, with its place. */
export type ListEntry = RuleTerms & {
  readonly value: EntryValue;
  /** From 1. */
  readonly line: number;
  /** Offsets in the text; `to` is excluded. */
  readonly from: number;
  readonly to: number;
  /** Index into `groups`. */
  readonly group: number;
};

/**
 * How the entries of a list hang together, for changing it: `lines` and `rows` may go or be copied one by one, `array`
 * is a bracketed list, `fixed` a value that cannot be taken out of its rule.
 */
export type EntryGroup =
  | { readonly kind: 'lines' }
  | {
      readonly kind: 'rows';
      readonly delimiter: string;
      /** The column of the addresses, and those that say what a rule is about. */
      readonly value: number;
      readonly kept: readonly number[];
      /** The heads of the columns that the rows fill and a new row leaves empty: names, priorities and the like. */
      readonly open: readonly string[];
    }
  | {
      readonly kind: 'array';
      /** Offsets of what lies between the brackets. */
      readonly from: number;
      readonly to: number;
      readonly items: readonly { readonly from: number; readonly to: number }[];
      readonly quote: '"' | "'";
      /** Bicep parts the items of a list over several lines by line ends alone. */
      readonly comma: boolean;
    }
  | { readonly kind: 'fixed' };

/** Something on a line that cannot be read as an address, or a line without one. */
export type LineProblem = { readonly line: number; readonly problem: string };

/** A list as it was pasted, and what was found in it. */
export type AllowList = {
  readonly text: string;
  readonly format: ListFormat;
  /** The text of each line, without its end. */
  readonly lines: readonly string[];
  readonly entries: readonly ListEntry[];
  readonly groups: readonly EntryGroup[];
  readonly problems: readonly LineProblem[];
  /** About the list as a whole, such as a syntax error. */
  readonly notes: readonly string[];
};

/** What a reader of one format finds. */
export type Findings = Pick<AllowList, 'entries' | 'groups' | 'problems' | 'notes'>;

/** A rule of which nothing is said but that it allows. */
export const plainTerms: RuleTerms = {
  action: 'allow',
  side: null,
  protocol: null,
  ports: null,
  scope: '',
  order: 0,
  idle: null,
};
