import { ComposedChart, ResponsiveContainer, usePlotArea, XAxis, YAxis } from 'recharts';
import { BarsAndMarks } from './lane-bars.tsx';
import { axisHeight, labelWidth } from './lane-layout.ts';
import styles from './lanes-chart.module.css';
import type { LanesChartProps } from './lanes-chart-props.ts';
import { ticksOf, tickText } from './ticks.ts';

/** Lanes over time: bars for how long an address is known to have been valid. The table below says the same in text. */
export function LanesChart(props: LanesChartProps) {
  const { layout, range, summary } = props;
  return (
    <div className={styles['chart']} role="img" aria-label={summary}>
      <ResponsiveContainer width="100%" height={layout.height}>
        <ComposedChart
          data={[]}
          margin={{ top: 0, right: 1, bottom: 0, left: labelWidth }}
          accessibilityLayer={false}
        >
          <XAxis
            type="number"
            dataKey="at"
            orientation="top"
            height={axisHeight}
            domain={[range.from, range.to]}
            allowDataOverflow
            ticks={[...ticksOf(range)]}
            tickFormatter={value => tickText(Number(value), range)}
            interval="preserveStart"
            minTickGap={12}
            axisLine={false}
            tickLine={false}
            tick={{ className: styles['tick'] ?? '' }}
          />
          <YAxis type="number" domain={[0, layout.height]} hide />
          <Lanes {...props} />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function Lanes(props: LanesChartProps) {
  const area = usePlotArea();
  if (!area || area.width <= 0) return null;
  return <BarsAndMarks {...props} area={area} />;
}
