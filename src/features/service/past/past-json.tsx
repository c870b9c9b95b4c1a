import { useMemo } from 'react';
import { jsonText } from '../../../domain/json-text.ts';
import type { History } from '../../../domain/timeline/history.ts';
import { observationsAround } from '../../../domain/timeline/recorded-at.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from '../json/json-tab.module.css';
import { JsonText } from '../json/json-text.tsx';

type Props = { readonly history: History; readonly at: number };

/** Azure's answer of that moment is not kept; the records that tell of it are, as a history file writes them. */
export function PastJson({ history, at }: Props) {
  const records = useMemo(() => observationsAround(history.observations, at), [history, at]);
  const text = jsonText(records);
  return (
    <div className={styles['tab']}>
      <section aria-labelledby="past-records">
        <div className={styles['head']}>
          <h2 id="past-records">Records of that moment</h2>
          <p>
            {records.length === 0
              ? 'Nothing was recorded of it.'
              : 'Azure’s answer itself is not kept. These are the observations before and after, as a history file has them.'}
          </p>
          {records.length > 0 && (
            <CopyButton text={text} what="records">
              Copy JSON
            </CopyButton>
          )}
        </div>
        {records.length > 0 && <JsonText text={text} />}
      </section>
    </div>
  );
}
