import { ComposedChart, ResponsiveContainer, usePlotArea, XAxis, YAxis } from 'recharts';
import type { Gap } from '../../../domain/timeline/validity.ts';
import { BarsAndMarks } from './lane-bars.tsx';
import { axisHeight, type LaneLayout, labelWidth } from './lane-layout.ts';
import styles from './lanes-chart.module.css';
import type { Mark } from './marks.ts';
import { ticksOf, tickText } from './ticks.ts';
import type { TimeRange } from './time-range.ts';

export type LanesChartProps = {
  readonly layout: LaneLayout;
  readonly range: TimeRange;
  readonly gaps: readonly Gap[];
  readonly knownSince: number | null;
  readonly marks: readonly Mark[];
  /** The chosen date, null for now. */
  readonly at: number | null;
  readonly summary: string;
};

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
