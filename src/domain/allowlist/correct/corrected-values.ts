import { toCsv } from '../../fleet/csv.ts';
import type { Tags } from '../entry-ranges.ts';
import type { EntryClass, EntryVerdict, Judgement } from '../judgement.ts';
import { needText, placeOfNeed } from '../need-words.ts';
import { keptForOthers, keptForWords, singleText } from './kept-for-others.ts';
import { missingValues } from './missing-values.ts';
import { isTicked, type Ticks, takenOut } from './taken-out.ts';

/** One value of the corrected list, whatever the format of the pasted one. */
export type CorrectedValue = {
  /** A CIDR, an address, a range, a service tag or a host name. */
  readonly value: string;
  readonly status: 'added' | EntryClass;
  readonly reason: string;
};

/** What the corrected list lets through, value by value: for every format but the list's own. Rules that refuse are no part of it. */
export function correctedValues(judgement: Judgement, ticks: Ticks, tags: Tags): readonly CorrectedValue[] {
  const kept = judgement.entries
    .filter(({ entry }) => entry.action === 'allow' && entry.idle === null)
    .flatMap(verdict => keptValues(verdict, judgement, ticks, tags));
  const added = missingValues(judgement.needs).values.flatMap(({ verdict, cidrs }) =>
    cidrs.map(
      (value): CorrectedValue => ({ value, status: 'added', reason: placeOfNeed(verdict.need, true) }),
    ),
  );
  const distinct = new Map<string, CorrectedValue>();
  for (const one of [...kept, ...added]) {
    const key = singleText(one.value);
    if (!distinct.has(key)) distinct.set(key, one);
  }
  return [...distinct.values()];
}

function keptValues(
  verdict: EntryVerdict,
  judgement: Judgement,
  ticks: Ticks,
  tags: Tags,
): readonly CorrectedValue[] {
  const { entry, class: status, detail: reason } = verdict;
  const { value } = entry;
  const out = isTicked(ticks, verdict) ? takenOut(verdict, judgement, tags) : undefined;
  if (out?.kind === 'replaced') {
    const others = new Map(keptForOthers(out.forOthers, judgement).map(one => [one.cidr, one]));
    return out.by.map(cidr => {
      const other = others.get(cidr);
      return other
        ? { value: cidr, status: 'not-needed', reason: keptForWords([other]) }
        : { value: cidr, status: 'covered', reason: 'kept of a wider entry' };
    });
  }
  return [{ value: value.kind === 'any' ? '0.0.0.0/0' : needText(value), status, reason }];
}

/** One value a line. */
export function plainList(values: readonly CorrectedValue[]): string {
  return values.map(({ value }) => `${value}\n`).join('');
}

export function csvList(values: readonly CorrectedValue[]): string {
  return toCsv([
    ['Value', 'Status', 'Reason'],
    ...values.map(({ value, status, reason }) => [value, status, reason]),
  ]);
}

export function jsonList(values: readonly CorrectedValue[]): string {
  return `${JSON.stringify(values, null, 2)}\n`;
}
