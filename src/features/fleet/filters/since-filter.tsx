import { changedSince } from '../../../domain/fleet/change-summary.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { changeFleetAddress } from '../fleet-address.ts';
import styles from './since-filter.module.css';

type Props = {
  /** `14d` or an ISO date, as in the address. */
  readonly changed: string;
  readonly now: number;
};

/** From which day on a service must have changed to be among the rows: said, to move, and to put away. */
export function SinceFilter({ changed, now }: Props) {
  const since = changedSince(changed, now);
  return (
    <fieldset className={styles['since']} aria-label="Changed since">
      <label>
        Services that changed since
        <input
          type="date"
          value={isoDay(since)}
          max={isoDay(now)}
          onChange={({ currentTarget: { value } }) => {
            if (value !== '') changeFleetAddress({ changed: value });
          }}
        />
      </label>
      <PlainButton kind="link" onClick={() => changeFleetAddress({ changed: null })}>
        Show services whenever they changed
      </PlainButton>
    </fieldset>
  );
}

/** Empty before the year 1: a link may ask for more days than a date has room for. */
function isoDay(instant: number): string {
  return instant < Date.parse('0001-01-01') ? '' : new Date(instant).toISOString().slice(0, 10);
}
