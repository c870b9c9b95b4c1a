import { ChevronLeft16Regular } from '@fluentui/react-icons/headless/svg/chevron-left';
import { ChevronRight16Regular } from '@fluentui/react-icons/headless/svg/chevron-right';
import { type PointerEvent, useRef } from 'react';
import { utcDateText } from '../../../domain/time/time-text.ts';
import styles from './date-pill.module.css';
import { labelWidth } from './lane-layout.ts';
import type { TimeRange } from './time-range.ts';

type Props = {
  /** The chosen date; null for now. */
  readonly at: number | null;
  readonly range: TimeRange;
  readonly now: number;
  /** Of the changes, oldest first. */
  readonly moments: readonly number[];
  readonly onChoose: (instant: number | null) => void;
};

const day = 86_400_000;

/** The date scrubber: drag it, press into the chart, or go from change to change. The field beside the chart takes a date by keyboard. */
export function DatePill({ at, range, now, moments, onChoose }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const here = at ?? now;
  const share = Math.min(1, Math.max(0, (here - range.from) / (range.to - range.from)));
  const before = moments.findLast(moment => moment < here && moment >= range.from);
  const after = at === null ? undefined : (moments.find(moment => moment > here) ?? null);

  function follow(event: PointerEvent<HTMLDivElement>): void {
    const box = track.current?.getBoundingClientRect();
    if (!box || box.width <= labelWidth || !(event.buttons & 1)) return;
    const part = (event.clientX - box.left - labelWidth) / (box.width - labelWidth);
    if (part < 0) return;
    const instant = range.from + Math.min(1, part) * (range.to - range.from);
    onChoose(instant >= now - day / 2 ? null : middleOfDay(instant, range));
  }

  return (
    <div
      ref={track}
      className={styles['track']}
      onPointerDown={event => {
        if (event.target instanceof Element && event.target.closest('button')) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={event => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
      }}
    >
      <div
        className={styles['pill']}
        style={{
          left: `clamp(${labelWidth + 58}px, calc(${labelWidth}px + (100% - ${labelWidth}px) * ${share}), calc(100% - 59px))`,
        }}
      >
        <button
          type="button"
          aria-label="To the change before"
          title="To the change before"
          disabled={before === undefined}
          onClick={() => before !== undefined && onChoose(before)}
        >
          <ChevronLeft16Regular />
        </button>
        <span>{at === null ? 'Now' : utcDateText(at)}</span>
        <button
          type="button"
          aria-label={after === null ? 'To now' : 'To the next change'}
          title={after === null ? 'To now' : 'To the next change'}
          disabled={after === undefined}
          onClick={() => after !== undefined && onChoose(after)}
        >
          <ChevronRight16Regular />
        </button>
      </div>
    </div>
  );
}

/** A press cannot be more exact than a pixel: over a long time it means the day, of which noon is taken. */
function middleOfDay(instant: number, { from, to }: TimeRange): number {
  return to - from > 30 * day ? Math.floor(instant / day) * day + day / 2 : instant;
}
