import { useMemo, useState } from 'react';
import type { GuidanceAnswer } from '../../../azure/read-guidance.ts';
import { type Purpose, purposes } from '../../../domain/guidance/purpose.ts';
import { type QuestionId, questionOf } from '../../../domain/guidance/questions.ts';
import { purposeWords } from '../../../domain/rule-text/rules.ts';
import type { RuleFormat } from '../../../domain/rule-text/types.ts';
import type { Family } from '../../../parts/rule-text/family-choice.tsx';
import { RulePanel } from '../../../parts/rule-text/rule-panel.tsx';
import { Banner } from '../../../ui/banner.tsx';
import styles from './allowlist-panel.module.css';

const questions: readonly QuestionId[] = [
  'clients',
  'internet-back-ends',
  'private-back-ends',
  'management',
  'dns',
];

/** The entries of many services as one text, grouped by purpose, each value once. */
export function Allowlist({ answers }: { readonly answers: readonly GuidanceAnswer[] }) {
  const services = useMemo(() => answers.map(({ guidance }) => guidance), [answers]);
  const [chosen, setChosen] = useState<readonly QuestionId[]>([
    'clients',
    'internet-back-ends',
    'private-back-ends',
  ]);
  const [format, setFormat] = useState<RuleFormat | null>('plain');
  const [family, setFamily] = useState<Family>('both');
  const own = useMemo(
    (): readonly Purpose[] => purposes.filter(purpose => chosen.includes(questionOf(purpose))),
    [chosen],
  );
  return (
    <div className={styles['list']}>
      <Gaps answers={answers} purposes={own} />
      <fieldset className={styles['purposes']}>
        <legend>What to allow</legend>
        {questions.map(id => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={event =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, id] : chosen.filter(other => other !== id),
                )
              }
            />
            {purposeWords(id)}
          </label>
        ))}
      </fieldset>
      {own.length === 0 ? (
        <p>Choose at least one purpose.</p>
      ) : (
        <RulePanel
          services={services}
          purposes={own}
          asked={format}
          onFormat={setFormat}
          family={family}
          onFamily={setFamily}
          fileStem={`${services.length}-services`}
        />
      )}
    </div>
  );
}

type GapsProps = {
  readonly answers: readonly GuidanceAnswer[];
  readonly purposes: readonly Purpose[];
};

/** Which services the list does not answer for: a list that looks complete and is not would cause an outage. */
function Gaps({ answers, purposes: asked }: GapsProps) {
  const open = answers.flatMap(({ guidance }) => {
    const texts = guidance.unknown
      .filter(({ purpose }) => asked.includes(purpose))
      .map(({ purpose, text }) => `${purposeWords(purpose)}: ${text}`);
    return texts.length === 0 ? [] : [{ id: guidance.id, name: guidance.name, texts: [...new Set(texts)] }];
  });
  if (open.length === 0) return null;
  return (
    <Banner tone="risk">
      <b>
        The list cannot be complete: for {open.length} of {answers.length} services something is not known.
      </b>
      <details className={styles['gaps']}>
        <summary>Which, and why</summary>
        <ul>
          {open.map(({ id, name, texts }) => (
            <li key={id}>
              <b>{name}</b>
              {texts.map(text => (
                <p key={text}>{text}</p>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </Banner>
  );
}
