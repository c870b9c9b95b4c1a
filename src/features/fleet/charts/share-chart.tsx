import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Share } from '../../../domain/fleet/distribution.ts';
import styles from './charts.module.css';

/** Stands in line with the title, where Recharts would set it against the bar. */
function Tick({ y, payload }: { readonly y: number | string; readonly payload: { readonly value: string } }) {
  return (
    <text x={0} y={y} dy="0.35em" className={styles['tick']}>
      {payload.value}
    </text>
  );
}

type Props = { readonly title: string; readonly shares: readonly Share[] };

/** More bars would not be told apart at this height; the table has them all. */
const mostBars = 7;
const barHeight = 22;

/** One bar a value, its number at its end. The table twin says the same in text. */
export function ShareChart({ title, shares }: Props) {
  const shown = shares.slice(0, mostBars);
  const rest = shares.length - shown.length;
  const summary = shares.map(({ label, count }) => `${label} ${count}`).join(', ');
  return (
    <figure className={styles['part']}>
      <figcaption>
        {title}
        {rest > 0 && <span> {rest} more in the table</span>}
      </figcaption>
      <div className={styles['plot']} role="img" aria-label={`${title}: ${summary}`}>
        <ResponsiveContainer width="100%" height={Math.max(1, shown.length) * barHeight}>
          <BarChart
            layout="vertical"
            data={[...shown]}
            margin={{ top: 0, right: 36, bottom: 0, left: 0 }}
            barCategoryGap={4}
            accessibilityLayer={false}
          >
            <XAxis type="number" hide domain={[0, 'dataMax']} />
            <YAxis
              type="category"
              dataKey="label"
              width={136}
              axisLine={false}
              tickLine={false}
              interval={0}
              tick={Tick}
            />
            <Bar dataKey="count" className={styles['bar'] ?? ''} isAnimationActive={false} radius={2}>
              <LabelList dataKey="count" position="right" className={styles['count'] ?? ''} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
