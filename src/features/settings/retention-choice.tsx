import { useState } from 'react';
import { useHistory } from '../../history/history-context.ts';
import { retentions } from '../../history/recording.ts';
import { announce } from '../../ui/announce.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import { SelectBox } from '../../ui/select-box.tsx';
import styles from './settings.module.css';

type Days = (typeof retentions)[number];

const labels: ReadonlyMap<Days, string> = new Map([
  [90, '90 days'],
  [365, 'One year'],
  [1_100, 'Three years'],
  [null, 'Until I clear it'],
]);

/** How long records are kept. A shorter time deletes, so it is asked for twice. */
export function RetentionChoice() {
  const { recording, actions, status } = useHistory();
  const [asked, ask] = useState<Days | undefined>();
  const chosen = asked === undefined ? recording.days : asked;

  function choose(days: Days): void {
    const asks = shorter(days, recording.days);
    ask(asks ? days : undefined);
    if (!asks) void actions?.choose({ days });
  }

  async function confirm(days: Days): Promise<void> {
    ask(undefined);
    await actions?.choose({ days });
    announce('What was older is forgotten');
  }

  return (
    <div className={styles['row']}>
      <span aria-hidden="true">Keep records for</span>
      <SelectBox
        label="Keep records for"
        value={String(chosen)}
        options={retentions.map(days => ({ value: String(days), label: labels.get(days) ?? String(days) }))}
        onChange={value => choose(retentions.find(days => String(days) === value) ?? null)}
      />
      {asked !== undefined && (
        <div className={styles['question']} role="alert">
          <span>
            What ended more than {asked} days ago will be deleted, except the last thing known at that time.
          </span>
          <PlainButton disabled={status.status !== 'on'} onClick={() => void confirm(asked)}>
            Delete what is older
          </PlainButton>
          <PlainButton kind="link" onClick={() => ask(undefined)}>
            Keep it
          </PlainButton>
        </div>
      )}
    </div>
  );
}

function shorter(days: number | null, now: number | null): boolean {
  return (days ?? Number.POSITIVE_INFINITY) < (now ?? Number.POSITIVE_INFINITY);
}
