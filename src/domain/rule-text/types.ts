import type { ServiceGuidance } from '../guidance/contract.ts';
import type { Purpose } from '../guidance/purpose.ts';

/** The formats in the order of their tabs; the ids are a contract of links. */
export const ruleFormatIds = ['nsg', 'bicep', 'terraform', 'ip-group', 'plain', 'csv', 'json'] as const;
export type RuleFormat = (typeof ruleFormatIds)[number];

export type RuleTextInput = {
  /** One service or many: entries of equal value are merged. */
  readonly services: readonly ServiceGuidance[];
  /** What to allow; every purpose where it is left out. */
  readonly purposes?: readonly Purpose[];
  /** ISO instant. */
  readonly generatedAt: string;
  /** Plain: addresses without `/32`, and a range of two as two addresses (Azure Storage takes no /31 and no /32). */
  readonly bareAddresses?: boolean;
  /** Plain, CSV and IP group: addresses of one family alone. */
  readonly family?: 'ipv4' | 'ipv6';
  /** NSG, Bicep, Terraform, IP group and plain: rules that are not required as well. */
  readonly includeOptional?: boolean;
};

/** The text, or why the format cannot hold the answer. */
export type RuleText =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** How many rules or groups the text holds; for lists how many values. */
      readonly count: number;
      /** Said below the text: what was left out, and why. The text says it too, where it has comments. */
      readonly notes: readonly string[];
      readonly fileName: string;
      readonly mediaType: string;
    }
  | { readonly kind: 'cannot'; readonly reason: string };
