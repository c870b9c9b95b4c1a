import { useMemo } from 'react';
import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { armKey } from '../../../domain/arm-id.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { utcDateText } from '../../../domain/time/time-text.ts';
import { changesPerDay, type DayCount } from '../../../domain/timeline/summary.ts';
import { useHistory } from '../../../history/history-context.ts';
import { useClock } from '../../../ui/use-clock.ts';
import styles from './charts.module.css';

type Props = { readonly rows: readonly FleetRow[]; readonly asTable: boolean };

const days = 30;
const title = 'Changes per day, last 30 days';
const day = 86_400_000;

/** How many changes of the services that are shown fell on each day, UTC; or the same as a table. */
export function ChangeChart({ rows, asTable }: Props) {
  const { summaries } = useHistory();
  const today = useClock(now => Math.floor(now / day) * day);
  const counts = useMemo(() => {
    const shown = new Set(rows.map(row => row.key));
    const own = summaries?.filter(one => shown.has(armKey(one.service))) ?? [];
    return changesPerDay(own, days, today);
  }, [rows, summaries, today]);
  if (asTable) return <CountTable counts={counts} />;
  const busy = counts.filter(one => one.count > 0);
  if (busy.length === 0) {
    return (
      <figure className={styles['part']}>
        <figcaption>{title}</figcaption>
        <p>
          None is recorded of these services. Changes are recorded while somebody looks here, and Azure’s own
          history of a service is taken up when its page is opened.
        </p>
      </figure>
    );
  }
  const summary = busy.map(one => `${utcDateText(one.day)} ${one.count}`).join(', ');
  return (
    <figure className={styles['part']}>
      <figcaption>{title}</figcaption>
      <div className={styles['plot']} role="img" aria-label={`${title}: ${summary}`}>
        <ResponsiveContainer width="100%" height={140}>
          <BarChart
            data={[...counts]}
            margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="day"
              tickFormatter={value => utcDateText(String(value)).replace(/ \d+$/, '')}
              axisLine={false}
              tickLine={false}
              minTickGap={24}
              tick={{ className: styles['tick'] ?? '' }}
            />
            <YAxis
              allowDecimals={false}
              width={24}
              axisLine={false}
              tickLine={false}
              tick={{ className: styles['tick'] ?? '' }}
            />
            <Bar dataKey="count" className={styles['bar'] ?? ''} isAnimationActive={false} radius={1} />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

function CountTable({ counts }: { readonly counts: readonly DayCount[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className={styles['part']} tabIndex={0} aria-label={title}>
      <table className={styles['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Day, UTC</th>
            <th scope="col">Changes</th>
          </tr>
        </thead>
        <tbody>
          {[...counts].reverse().map(one => (
            <tr key={one.day}>
              <th scope="row">{utcDateText(one.day)}</th>
              <td>{one.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
