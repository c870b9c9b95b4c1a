import { useId } from 'react';
import type { Question, QuestionId } from '../../../domain/guidance/questions.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './question-chooser.module.css';

type Props = {
  readonly questions: readonly Question[];
  readonly chosen: QuestionId;
  readonly waits: (question: QuestionId) => boolean;
  readonly onChoose: (question: QuestionId) => void;
};

/** What the reader wants to allow; every question carries the kind and number of its answer. */
export function QuestionChooser({ questions, chosen, waits, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className={styles['chooser']}>
      <legend>What do you want to allow?</legend>
      <div className={styles['questions']}>
        {questions.map(({ id, label, hint }) => (
          <label key={id} className={styles['question']}>
            <input type="radio" name={name} checked={id === chosen} onChange={() => onChoose(id)} />
            <span className={styles['label']}>{label}</span>
            <span className={styles['hint']}>
              {waits(id) ? <Skeleton width="12ch" line="caption" /> : hint}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
