import type { FactAt } from '../../../domain/timeline/fact-at.ts';
import type { FactValue } from '../../../domain/timeline/facts.ts';

export type FactWords = {
  readonly text: string;
  /** There is no value, or none that is certain. */
  readonly quiet: boolean;
};

/** A fact as text; `write` says how a value is written, null included. */
export function factWords(fact: FactAt, write: (value: FactValue) => string): FactWords {
  switch (fact.state) {
    case 'known':
    case 'same':
    case 'last-seen':
      return { text: write(fact.value), quiet: fact.value === null };
    case 'changed':
      return { text: `${write(fact.before)} or ${write(fact.after)}`, quiet: true };
    case 'absent':
      return { text: 'Not there', quiet: true };
    case 'unknown':
      return { text: 'Not recorded', quiet: true };
  }
}

/** A text, or texts, as Azure wrote them; `none` where Azure gave nothing. */
export function plainly(none: string): (value: FactValue) => string {
  return value =>
    value === null || value === '' ? none : typeof value === 'object' ? value.join(', ') : String(value);
}
