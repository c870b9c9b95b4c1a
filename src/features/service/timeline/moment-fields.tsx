import { type ReactNode, useState } from 'react';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import styles from './dated-addresses.module.css';

type Props = {
  /** Null: now. */
  readonly at: number | null;
  readonly now: number;
  readonly onChoose: (instant: number | null) => void;
  /** Stands beside the date. */
  readonly children: ReactNode;
};

/** A date, of which noon is taken, and once there is one a time, both UTC. What is still to come becomes now, and that is said. */
export function MomentFields({ at, now, onChoose, children }: Props) {
  const [ahead, setAhead] = useState<number | null>(null);
  const [day, time] = new Date(at ?? now).toISOString().split(/[T.]/);
  const choose = (text: string) => {
    const instant = Date.parse(text);
    if (Number.isNaN(instant)) return;
    const isAhead = instant >= now;
    setAhead(isAhead ? instant : null);
    onChoose(isAhead ? null : instant);
  };
  return (
    <div className={styles['date']}>
      <input
        type="date"
        aria-label="Date, UTC"
        value={day}
        max={new Date(now).toISOString().slice(0, 10)}
        onChange={event => choose(`${event.currentTarget.value}T12:00:00Z`)}
      />
      {children}
      {at !== null && (
        <input
          type="time"
          aria-label="Time, UTC"
          value={time?.slice(0, 5)}
          onChange={event => choose(`${day}T${event.currentTarget.value}:00Z`)}
        />
      )}
      <p role="status" className={styles['note']}>
        {ahead !== null && at === null && `${utcTimeText(ahead)} UTC is still to come: this is now.`}
      </p>
    </div>
  );
}
