import { useId } from 'react';
import { utcDateText } from '../../../domain/time/time-text.ts';
import type { Bar, Lane } from '../../../domain/timeline/validity.ts';
import { CauseShape } from '../../../parts/cause-mark.tsx';
import { axisHeight, headHeight, labelWidth, laneHeight, type PlacedLane } from './lane-layout.ts';
import styles from './lanes-chart.module.css';
import type { LanesChartProps } from './lanes-chart-props.ts';
import { ticksOf } from './ticks.ts';

type Area = { readonly x: number; readonly width: number };
type Props = LanesChartProps & { readonly area: Area };

const barHeight = 19;
/** Px of one letter of an address at 12 px, and what stays free on both sides. */
const letter = 6.65;
const padding = 10;
/** A moment is drawn this wide, so that it is seen at all. */
const leastBar = 3;
/** Px from which hatching is seen as time, and not as a line. */
const leastGap = 2;
/** More letters than this are never cut to fit: they are in the tooltip. */
const markSize = 12;

/** What stands on the plot: labels, hatching, bars, bridges, marks and the chosen date. */
export function BarsAndMarks(props: Props) {
  const { layout, range, gaps, knownSince, marks, at, area } = props;
  const pattern = useId();
  const x = (instant: number) =>
    area.x +
    (Math.min(Math.max(instant, range.from), range.to) - range.from) *
      (area.width / Math.max(1, range.to - range.from));
  const bottom = layout.height;
  const unknown = [
    ...(knownSince === null || knownSince <= range.from ? [] : [{ from: range.from, to: knownSince }]),
    ...gaps.filter(gap => gap.to > range.from && gap.from < range.to),
  ].filter(gap => x(gap.to) - x(gap.from) >= leastGap);
  const firstWidth = knownSince === null ? 0 : x(knownSince) - area.x;
  return (
    <g className={styles['lanes']}>
      <defs>
        <pattern
          id={pattern}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1="0" y1="0" x2="0" y2="6" className={styles['hatch']} />
        </pattern>
      </defs>
      <line x1="0" x2={area.x + area.width} y1={axisHeight} y2={axisHeight} className={styles['rule']} />
      {ticksOf(range).map(tick => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1={axisHeight} y2={bottom} className={styles['grid']} />
      ))}
      {unknown.map(gap => (
        <rect
          key={gap.from}
          x={x(gap.from)}
          width={x(gap.to) - x(gap.from)}
          y={axisHeight}
          height={bottom - axisHeight}
          fill={`url(#${pattern})`}
        />
      ))}
      {layout.regions.map((region, index) => (
        <g key={region.region}>
          {index > 0 && (
            <line
              x1="0"
              x2={area.x + area.width}
              y1={region.top}
              y2={region.top}
              className={styles['grid']}
            />
          )}
          <text x="0" y={region.headY} className={styles['region']} dominantBaseline="middle">
            {region.label}
          </text>
          {region.lanes.map(lane => (
            <LaneBars key={lane.lane.kind} placed={lane} x={x} at={at} range={range} />
          ))}
        </g>
      ))}
      {firstWidth > 110 && knownSince !== null && (
        <Label
          x={area.x + firstWidth / 2}
          y={axisHeight + headHeight + laneHeight * 1.5}
          lines={['Nothing known until', utcDateText(knownSince)]}
        />
      )}
      {at !== null && at >= range.from && at <= range.to && (
        <g className={styles['date']}>
          <line x1={x(at)} x2={x(at)} y1="0" y2={bottom} />
          <circle cx={x(at)} cy={bottom - 4} r="4" />
        </g>
      )}
      {marks
        .filter(mark => mark.at >= range.from && mark.at <= range.to)
        .map(mark => (
          <g
            key={mark.key}
            transform={`translate(${Math.min(x(mark.at), area.x + area.width - markSize / 2) - markSize / 2} ${mark.y - markSize / 2})`}
          >
            <title>{mark.title}</title>
            <CauseShape kind={mark.kind} />
          </g>
        ))}
      {marks
        .filter(mark => mark.note !== null && mark.at >= range.from && mark.at <= range.to)
        .map(mark => (
          <text
            key={mark.key}
            x={x(mark.at) - 12}
            y={mark.noteY}
            textAnchor="end"
            dominantBaseline="middle"
            className={styles['note']}
          >
            {x(mark.at) - labelWidth > 180 ? mark.note : ''}
          </text>
        ))}
    </g>
  );
}

type LaneProps = {
  readonly placed: PlacedLane;
  readonly x: (instant: number) => number;
  readonly at: number | null;
  readonly range: { readonly from: number; readonly to: number };
};

function LaneBars({ placed: { lane, label, y }, x, at, range }: LaneProps) {
  /** A bridge too narrow to be seen is no gap to the eye: the bar goes through. */
  const smallest = ((range.to - range.from) * leastGap) / Math.max(1, x(range.to) - x(range.from));
  const inView = (one: { readonly from: number; readonly to: number }) =>
    one.to >= range.from && one.from <= range.to;
  return (
    <>
      <text x="12" y={y} className={styles['kind']} dominantBaseline="middle">
        {label}
      </text>
      {lane.bridges
        .filter(one => inView(one) && one.to - one.from > smallest)
        .map(bridge => (
          <rect
            key={bridge.from}
            x={x(bridge.from)}
            width={Math.max(0, x(bridge.to) - x(bridge.from))}
            y={y - barHeight / 2 + 1}
            height={barHeight - 2}
            className={styles['bridge']}
          />
        ))}
      {joinBars(lane, smallest)
        .filter(inView)
        .map(bar => (
          <OneBar
            key={bar.from}
            bar={bar}
            y={y}
            x={x}
            chosen={at !== null && bar.from <= at && at <= bar.to}
          />
        ))}
    </>
  );
}

/** Bars of one value that lie closer together than can be drawn, as one. */
function joinBars({ bars, bridges }: Lane, smallest: number): readonly Bar[] {
  const short = new Set(bridges.filter(one => one.to - one.from <= smallest).map(one => one.to));
  const joined: Bar[] = [];
  for (const bar of bars) {
    const last = joined.at(-1);
    if (last && short.has(bar.from))
      joined[joined.length - 1] = { ...last, to: bar.to, ongoing: bar.ongoing };
    else joined.push(bar);
  }
  return joined;
}

type BarProps = {
  readonly bar: Bar;
  readonly y: number;
  readonly x: (instant: number) => number;
  readonly chosen: boolean;
};

function OneBar({ bar, y, x, chosen }: BarProps) {
  const [from, to] = [x(bar.from), x(bar.to)];
  const width = Math.max(leastBar, to - from);
  // A moment at the right edge is drawn before it, where there is room.
  const left = to - from < leastBar ? from - leastBar / 2 : from;
  const [first = ''] = bar.addresses;
  const more = bar.addresses.length > 1 ? ` +${bar.addresses.length - 1}` : '';
  const text = first + more;
  return (
    <g>
      <title>{`${bar.addresses.join(', ')}\n${utcDateText(bar.from)} to ${utcDateText(bar.to)}`}</title>
      <rect
        x={left}
        y={y - barHeight / 2}
        width={width}
        height={barHeight}
        rx="2"
        className={styles['bar']}
        data-chosen={chosen || undefined}
      />
      {text.length * letter + 2 * padding - 4 <= width && (
        <text x={left + padding} y={y + 0.5} className={styles['address']} dominantBaseline="middle">
          {text}
        </text>
      )}
    </g>
  );
}

type LabelProps = { readonly x: number; readonly y: number; readonly lines: readonly [string, string] };

function Label({ x, y, lines }: LabelProps) {
  return (
    <g>
      <rect x={x - 62} y={y - 18} width="124" height="36" className={styles['ground']} />
      <text x={x} textAnchor="middle" className={styles['note']}>
        <tspan x={x} y={y - 4}>
          {lines[0]}
        </tspan>
        <tspan x={x} y={y + 12}>
          {lines[1]}
        </tspan>
      </text>
    </g>
  );
}
