import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useAzure } from '../../../azure/azure-context.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { type NetworkAnswer, networkStates, networkWord } from '../../../domain/fleet/network-answer.ts';
import { groupBy } from '../../../domain/group-by.ts';
import { announce } from '../../../ui/announce.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import styles from './check-network.module.css';
import { checkNetworks } from './check-networks.ts';
import { addNetworkAnswers } from './fleet-network.ts';

type Run = { readonly total: number; readonly answers: readonly NetworkAnswer[]; readonly running: boolean };

/** Checks the network of the chosen services when the reader asks for it, with its progress and a way to stop it. */
export function CheckNetwork({ rows }: { readonly rows: readonly ServiceRow[] }) {
  const queries = useQueryClient();
  const azure = useAzure();
  const [run, setRun] = useState<Run>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function check(): Promise<void> {
    const own = new AbortController();
    stop.current = own;
    const answers: NetworkAnswer[] = [];
    const total = rows.length;
    setRun({ total, answers: [], running: true });
    announce(`Checking the network of ${total} services`);
    await checkNetworks(rows, {
      queries,
      azure,
      signal: own.signal,
      onAnswer(key, answer) {
        answers.push(answer);
        addNetworkAnswers(queries, azure, new Map([[key, answer]]));
        setRun({ total, answers: [...answers], running: true });
      },
    });
    setRun({ total, answers: [...answers], running: false });
    announce(`${own.signal.aborted ? 'Stopped. ' : ''}${outcome(answers, total)}`);
  }

  if (run?.running) {
    return (
      <>
        <progress value={run.answers.length} max={run.total} aria-label="Network checks" />
        <span>
          {run.answers.length} of {run.total} checked
        </span>
        <PlainButton kind="link" onClick={() => stop.current?.abort()}>
          Stop
        </PlainButton>
      </>
    );
  }
  return (
    <>
      <PlainButton className={styles['button']} onClick={() => void check()}>
        Check network status
      </PlainButton>
      {run && (
        <span className={styles['outcome']} title={outcome(run.answers, run.total)}>
          {outcome(run.answers, run.total)}
        </span>
      )}
    </>
  );
}

/** `8 checked: 2 network failing, 6 network fine`, what concerns the reader soonest first. */
function outcome(answers: readonly NetworkAnswer[], total: number): string {
  const groups = groupBy(answers, answer => answer.state);
  const parts = networkStates.flatMap(state => {
    const [first, ...others] = groups.get(state) ?? [];
    return first ? [`${others.length + 1} ${networkWord(first).toLowerCase()}`] : [];
  });
  const checked = answers.length === total ? `${total}` : `${answers.length} of ${total}`;
  return parts.length === 0 ? `${checked} checked` : `${checked} checked: ${parts.join(', ')}`;
}
