import { toCsv } from '../fleet/csv.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { toCidrs } from '../ranges/cidrs.ts';
import { answerOf } from './answer.ts';
import type { Judgement } from './judgement.ts';
import { needText, placeOfNeed } from './need-words.ts';

export type ExportContext = {
  /** ARM ids of the chosen services. */
  readonly services: readonly string[];
  readonly purposes: readonly Purpose[];
  /** Epoch ms. */
  readonly generatedAt: number;
};

/** The result as a table: what is needed first, then the list line by line. */
export function resultCsv({ needs, entries, list }: Judgement): string {
  const problems = list.problems.map(({ line, problem }) => [
    String(line),
    list.lines[line - 1]?.trim() ?? '',
    'not read',
    problem,
    '',
  ]);
  const lines = entries.map(({ entry, class: kind, detail, note, others }) => [
    String(entry.line),
    list.text.slice(entry.from, entry.to),
    kind,
    [detail, note].filter(Boolean).join('; '),
    others > 0n ? String(others) : '',
  ]);
  return toCsv([
    ['Line', 'Text', 'Verdict', 'Detail', 'Addresses too many'],
    ...needs
      .filter(({ state }) => state !== 'covered')
      .map(({ need, state, lacking }) => [
        '',
        toCidrs(lacking).join('\n') || needText(need.value),
        need.required ? state : `optional, ${state}`,
        placeOfNeed(need, true),
        '',
      ]),
    ...[...lines, ...problems].sort((a, b) => Number(a[0]) - Number(b[0])),
  ]);
}

/** The result as JSON, `schemaVersion` 1. Numbers of addresses are texts: IPv6 has more than a number can hold. */
export function resultJson(judgement: Judgement, { services, purposes, generatedAt }: ExportContext): string {
  const { list, needs, entries, gaps, doubts } = judgement;
  const { title, details, tone } = answerOf(judgement);
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      generatedAt: new Date(generatedAt).toISOString(),
      services,
      purposes,
      answer: { title, details, tone },
      needs: needs.map(({ need, state, lacking, lines, byWider }) => ({
        value: needText(need.value),
        required: need.required,
        state,
        lacking: toCidrs(lacking),
        lines,
        byWiderEntry: byWider,
        for: need.uses,
      })),
      unknown: gaps,
      doubts,
      list: {
        format: list.format,
        entries: entries.map(({ entry, class: verdict, detail, note, others }) => ({
          line: entry.line,
          text: list.text.slice(entry.from, entry.to),
          action: entry.action,
          verdict,
          detail,
          note,
          addressesTooMany: String(others),
        })),
        notRead: list.problems,
      },
    },
    null,
    2,
  )}\n`;
}
