import { useState } from 'react';
import { answerOf } from '../../../domain/allowlist/answer.ts';
import { noTicks, type Ticks } from '../../../domain/allowlist/correct/taken-out.ts';
import { suggestServices } from '../../../domain/allowlist/suggest.ts';
import type { TenantFleet } from '../../../parts/lookup/use-tenant-fleet.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Check } from '../use-check.ts';
import type { CheckGuidance } from '../use-check-guidance.ts';
import { Corrected } from './corrected.tsx';
import { Failures } from './failures.tsx';
import styles from './result.module.css';
import { ResultSections } from './result-sections.tsx';

type Props = {
  readonly check: Check;
  readonly text: string;
  /** Of the pasted list: goes up with each other one. */
  readonly listNumber: number;
  readonly ids: readonly string[];
  readonly needs: CheckGuidance;
  readonly fleet: TenantFleet;
  readonly onAdd: (ids: readonly string[]) => void;
};

/** The answer as a sentence, then what is missing, stale, wider, covered and not known, then the list as it should be. */
export function Result({ check, text, listNumber, ids, needs, fleet, onAdd }: Props) {
  return (
    <section className={styles['result']} aria-label="Result" aria-busy={check.busy}>
      {ids.length === 0 ? (
        <Choose check={check} text={text} onAdd={onAdd} />
      ) : (
        <>
          <Failures needs={needs} />
          <Judged
            check={check}
            listNumber={listNumber}
            needs={needs}
            count={ids.length}
            hasFleet={fleet.read !== undefined}
          />
        </>
      )}
    </section>
  );
}

type JudgedProps = {
  readonly check: Check;
  readonly listNumber: number;
  readonly needs: CheckGuidance;
  readonly count: number;
  readonly hasFleet: boolean;
};

function Judged({ check, listNumber, needs, count, hasFleet }: JudgedProps) {
  const [ticked, setTicked] = useState({ of: listNumber, ticks: noTicks });
  const ticks = ticked.of === listNumber ? ticked.ticks : noTicks;
  const setTicks = (next: Ticks) => setTicked({ of: listNumber, ticks: next });
  const { judgement, sources } = check;
  if (!judgement || !sources) {
    const what = !hasFleet
      ? 'your services'
      : count === 1
        ? 'what this service needs'
        : `what ${count} services need`;
    const done = needs.pending > 0 && count > 1 ? `, ${count - needs.pending} done` : '';
    return (
      <div className={styles['reading']} role="status">
        <p>
          Reading {what}
          {done}.
        </p>
        <Skeleton width="38ch" />
        <Skeleton width="52ch" line="caption" />
        <Skeleton width="46ch" line="caption" />
      </div>
    );
  }
  const answer = answerOf(judgement);
  // Of the text that was judged: the sentence never tells of an empty list beside one that was just pasted.
  const nothing = judgement.list.text.trim() === '';
  return (
    <>
      <div className={styles['answer']} role="status" data-tone={nothing ? 'nothing' : answer.tone}>
        <h2>{nothing ? neededTitle(answer.counts.needed, judgement.gaps.length > 0) : answer.title}</h2>
        <p>{nothing ? neededDetail(answer.counts.needed) : answer.details.join(' ')}</p>
      </div>
      <ResultSections judgement={judgement} counts={answer.counts} ticks={ticks} onTicks={setTicks} />
      {(!nothing || answer.counts.needed > 0) && (
        <Corrected judgement={judgement} ticks={ticks} tags={sources.tags} />
      )}
    </>
  );
}

/** Nothing is pasted yet: how much a list must hold, as far as that is known. */
function neededTitle(count: number, isPart: boolean): string {
  if (isPart && count === 0) return 'What is needed is not known.';
  const known = isPart ? ' known to be' : '';
  return count === 1 ? `1 value is${known} needed.` : `${count} values are${known} needed.`;
}

function neededDetail(count: number): string {
  const paste = 'Paste the rules that you have, to see which of them are there.';
  return count === 0 ? paste : `${paste} The list below would be a new one.`;
}

/** No service is chosen: those whose addresses the list holds are likely meant. */
function Choose({
  check,
  text,
  onAdd,
}: {
  readonly check: Check;
  readonly text: string;
  readonly onAdd: Props['onAdd'];
}) {
  const { list, sources } = check;
  const found = list && sources && text !== '' ? suggestServices(list, sources).slice(0, 6) : [];
  return (
    <div className={styles['choose']}>
      <div className={styles['answer']} data-tone="nothing">
        <h2>Choose the services that this list is for.</h2>
        <p>Then each line says whether they need it, and what is missing is named.</p>
      </div>
      {found.length > 0 && (
        <>
          <p>The list holds addresses of these:</p>
          <ul className={styles['suggestions']}>
            {found.map(({ service, addresses }) => (
              <li key={service.id}>
                <PlainButton onClick={() => onAdd([service.id])}>
                  {service.name}, {addresses} {addresses === 1 ? 'entry' : 'entries'}
                </PlainButton>
              </li>
            ))}
          </ul>
          {found.length > 1 && (
            <PlainButton kind="link" onClick={() => onAdd(found.map(({ service }) => service.id))}>
              Choose all of them
            </PlainButton>
          )}
        </>
      )}
    </div>
  );
}
