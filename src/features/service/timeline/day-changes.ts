import { utcDateText, utcTimeText } from '../../../domain/time/time-text.ts';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { instantOf } from '../../../domain/timeline/time.ts';
import { type DifferenceLine, differenceLines, whenText } from './entry-words.ts';

/** A change of addresses on one day. */
export type DayChange = {
  readonly id: string;
  /** `Changed on 13 Apr 2026, 22:06 to 22:26 UTC`. */
  readonly when: string;
  /** The addresses before and after, never empty. */
  readonly lines: readonly DifferenceLine[];
};

const day = 86_400_000;

/**
 * What happened to the addresses on the UTC day of an instant (ms since 1970), in the order of time: what stands at that
 * instant is then half of the truth. A change whose span only begins or ends on that day is one as well; of a span that
 * holds the whole day the gap tells.
 */
export function changesOfDay(entries: readonly TimelineEntry[], instant: number): readonly DayChange[] {
  const start = Math.floor(instant / day) * day;
  const isOn = (at: string) => instantOf(at) >= start && instantOf(at) < start + day;
  return entries
    .filter(({ at, notBefore }) => isOn(at) || (notBefore !== null && isOn(notBefore)))
    .map(entry => ({ entry, lines: differenceLines(entry).lines.filter(({ mono }) => mono) }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => instantOf(a.entry.at) - instantOf(b.entry.at))
    .map(({ entry, lines }) => ({ id: entry.id, when: momentText(entry), lines }));
}

function momentText({ at, notBefore }: TimelineEntry): string {
  if (notBefore === null || utcDateText(at) === utcDateText(notBefore))
    return `Changed on ${whenText({ at, notBefore })} UTC`;
  return `Changed between ${utcTimeText(notBefore)} and ${utcTimeText(at)} UTC`;
}

/** The same as lines of text, for a ticket. */
export function dayChangeLines({ when, lines }: DayChange): readonly string[] {
  return [
    `${when}:`,
    ...lines.map(({ region, label, before, after }) =>
      [...(region === undefined ? [] : [region]), label, `${before} before, ${after} after`].join('\t'),
    ),
  ];
}
