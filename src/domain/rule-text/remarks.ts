import { compareText } from '../compare-text.ts';
import { groupBy } from '../group-by.ts';
import { guidanceDocument } from '../guidance/guidance.ts';
import { concerns, noticeOf } from '../guidance/notices.ts';
import { purposes as allPurposes } from '../guidance/purpose.ts';
import { utcText } from '../guidance/utc.ts';
import { regionLabel } from '../region.ts';
import { tierLabel } from '../tier.ts';
import { purposeWords, sortedSet } from './rules.ts';
import type { RuleTextInput } from './types.ts';

/** What stands beside the rules, one sentence each, without comment marks and without line breaks. */
export type Remarks = {
  /** Which services, and from when. */
  readonly head: readonly string[];
  /** Warnings first, then what is only worth knowing. */
  readonly warnings: readonly string[];
  readonly unknown: readonly string[];
};

type Remark = {
  readonly word: string;
  readonly service: string;
  readonly region: string | undefined;
  readonly text: string;
};

/** The head, the warnings and the unknowns that concern the asked purposes; what holds for several services is said once. */
export function remarksOf({ services, purposes = allPurposes, generatedAt }: RuleTextInput): Remarks {
  const all = guidanceDocument(services, generatedAt).services;
  const warnings = all.flatMap(({ name, warnings }) =>
    warnings
      .filter(({ code }) => concerns(code, purposes))
      .map(({ code, region, text }): Remark => {
        const word = noticeOf(code).level === 'information' ? 'NOTE' : 'WARNING';
        return { word, service: name, region, text };
      }),
  );
  const unknown = all.flatMap(({ name, unknown }) =>
    unknown
      .filter(({ purpose }) => purposes.includes(purpose))
      .map(
        ({ purpose, region, text }): Remark => ({
          word: `NOT KNOWN ${purposeWords(purpose)}`,
          service: name,
          region,
          text,
        }),
      ),
  );
  const several = all.length > 1;
  return {
    head: all.map(({ name, tier, vnetMode, asOf }) =>
      oneLine(`${name}, ${tierLabel(tier)}, VNet mode ${vnetMode}, as of ${utcText(asOf)}`),
    ),
    warnings: [
      ...sentences(
        warnings.filter(({ word }) => word === 'WARNING'),
        several,
      ),
      ...sentences(
        warnings.filter(({ word }) => word === 'NOTE'),
        several,
      ),
    ],
    unknown: sentences(unknown, several),
  };
}

/** Why there is no text at all. */
export function nothingToAllow({ unknown }: Remarks): string {
  return unknown.length === 0
    ? 'There is nothing to allow.'
    : `There is nothing that may be allowed. ${unknown.join(' ')}`;
}

function sentences(remarks: readonly Remark[], several: boolean): readonly string[] {
  const groups = groupBy(remarks, ({ word, text, region }) => JSON.stringify([word, text, region]));
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => {
      const [first] = own;
      const names = several ? [listed(sortedSet(own.map(({ service }) => service)))] : [];
      const where = [...names, ...(first.region ? [regionLabel(first.region)] : [])].join(', ');
      return oneLine(`${first.word}${where ? ` ${where}` : ''}: ${first.text}`);
    });
}

/** The first five; the rest as a number. */
export function listed(names: readonly string[]): string {
  const more = names.length - 5;
  return `${names.slice(0, 5).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Text of Azure's in one line: no character that ends a line or that cannot be seen. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
