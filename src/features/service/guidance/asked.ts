import { purposes } from '../../../domain/guidance/purpose.ts';
import { type Question, type QuestionId, questionOf } from '../../../domain/guidance/questions.ts';
import type { QueryProblem } from '../../../domain/url/query-codec.ts';
import { askedFormat } from '../../../parts/rule-text/format-text.ts';

/** The question that `for` names, by any purpose that belongs to it; undefined where it names none. */
export function askedQuestion(text: string | null): QuestionId | undefined {
  const purpose = purposes.find(one => one === text);
  return purpose && questionOf(purpose);
}

/** The question that is asked for, else the first. */
export function openQuestion(
  questions: readonly Question[],
  asked: QuestionId | undefined,
): Question | undefined {
  return questions.find(({ id }) => id === asked) ?? questions[0];
}

/** What the link asks for and this version does not know. */
export function unknownWishes(query: { readonly for: string | null; readonly format: string | null }) {
  const problems: QueryProblem[] = [];
  if (query.for !== null && askedQuestion(query.for) === undefined)
    problems.push({ key: 'for', value: query.for, reason: 'is no purpose that this version knows' });
  if (query.format !== null && askedFormat(query.format) === undefined)
    problems.push({ key: 'format', value: query.format, reason: 'is no rule text that this version knows' });
  return problems;
}
