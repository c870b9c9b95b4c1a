import type { IpRange } from '../ranges/ip-range.ts';

/** One thing that the reader looks for, as it was understood. `text` is how it was written. */
export type FindTerm = { readonly text: string; readonly line: number } & Meaning;

export type Meaning =
  | { readonly kind: 'range'; readonly range: IpRange; readonly partial: boolean }
  /** A host name in lower case. */
  | { readonly kind: 'host'; readonly host: string }
  /** An ARM id, cut off behind the last pair of type and name. */
  | { readonly kind: 'arm-id'; readonly id: string }
  /** A GUID that stands alone: a subscription. */
  | { readonly kind: 'subscription'; readonly id: string }
  /** Part of a service's name, in lower case. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly problem: string };
