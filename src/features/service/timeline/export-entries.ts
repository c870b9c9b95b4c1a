import { toCsv } from '../../../domain/fleet/csv.ts';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import {
  causesOfEntry,
  differenceLines,
  operationText,
  regionsText,
  sourceLabels,
  whenText,
  whoText,
} from './entry-words.ts';

const heads = [
  'After (UTC)',
  'At (UTC)',
  'Region',
  'Cause',
  'Fact',
  'Before',
  'After',
  'Who',
  'Source',
  'Outcome',
  'Operation',
];

/** A row for each fact that changed; ISO times. */
export function entriesCsv(entries: readonly TimelineEntry[]): string {
  const rows = entries.flatMap(entry => {
    const { lines, rest } = differenceLines(entry);
    const all = [...lines, ...rest];
    const row = (region: string, fact: string, before: string, after: string) => [
      entry.notBefore ?? '',
      entry.at,
      region,
      causesOfEntry(entry)
        .map(one => one.label)
        .join('; '),
      fact,
      before,
      after,
      whoText(entry.who).text,
      entry.sources.map(one => sourceLabels[one]).join('; '),
      entry.status ?? '',
      entry.changes.find(one => one.operation !== null)?.operation ?? '',
    ];
    if (all.length === 0) return [row('', '', '', '')];
    return all.map(line => row(line.region ?? '', line.label, line.before, line.after));
  });
  return toCsv([heads, ...rows]);
}

/** A paragraph for each change, for a ticket or a message. */
export function entriesText(entries: readonly TimelineEntry[]): string {
  return entries
    .map(entry => {
      const causes = causesOfEntry(entry).map(one => one.label);
      const { lines } = differenceLines(entry);
      const head = [
        `${whenText(entry)} UTC`,
        ...(lines.length > 0 ? [regionsText(entry)] : []),
        causes.join(', ') || operationText(entry),
        ...(entry.status === 'failed' ? ['failed'] : []),
        whoText(entry.who).text,
      ];
      return [head.join(' | '), ...lines.map(one => `  ${one.label}: ${one.before} -> ${one.after}`)].join(
        '\n',
      );
    })
    .join('\n');
}
