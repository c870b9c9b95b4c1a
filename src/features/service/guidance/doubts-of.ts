import type { ServiceGuidance } from '../../../domain/guidance/contract.ts';
import { concerns, type NoticeCode, noticeCodes, noticeOf } from '../../../domain/guidance/notices.ts';
import type { Question } from '../../../domain/guidance/questions.ts';
import { regionLabel } from '../../../domain/region.ts';

/** A doubt about an answer, said once for all regions that share it. */
export type Doubt = {
  readonly code: NoticeCode;
  readonly level: 'warning' | 'unknown' | 'information';
  /** As people write them; empty for what holds for the whole service. */
  readonly regions: readonly string[];
  readonly title: string;
  readonly text: string;
  /** Microsoft's page. */
  readonly docs: string;
};

const levels = ['warning', 'unknown', 'information'] as const;

/** What to read before relying on an answer: warnings, what is not known, then what is only worth knowing. */
export function doubtsOf(guidance: ServiceGuidance, { purposes }: Question): readonly Doubt[] {
  const own = [
    ...guidance.warnings.filter(({ code }) => concerns(code, purposes)),
    ...guidance.unknown.filter(({ purpose }) => purposes.includes(purpose)),
  ];
  const doubts = new Map<string, Doubt>();
  for (const { code, region, text } of own) {
    const key = `${code} ${text}`;
    const before = doubts.get(key)?.regions ?? [];
    const label = region === undefined ? [] : [regionLabel(region)];
    const { level, title, docs } = noticeOf(code);
    doubts.set(key, { code, level, title, text, docs, regions: [...new Set([...before, ...label])] });
  }
  const codes = noticeCodes();
  return [...doubts.values()].sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) || codes.indexOf(a.code) - codes.indexOf(b.code),
  );
}
