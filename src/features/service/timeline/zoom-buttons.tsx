import { ArrowReset20Regular } from '@fluentui/react-icons/headless/svg/arrow-reset';
import { ZoomIn20Regular } from '@fluentui/react-icons/headless/svg/zoom-in';
import { ZoomOut20Regular } from '@fluentui/react-icons/headless/svg/zoom-out';
import type { KeyboardEvent } from 'react';
import type { TimeRange } from './time-range.ts';
import styles from './timeline-tab.module.css';
import { moved, scaled } from './zoom.ts';

type Props = {
  readonly range: TimeRange;
  readonly limits: TimeRange;
  /** The range is not the default. */
  readonly zoomed: boolean;
  /** Null: back to the default. */
  readonly onZoom: (range: TimeRange | null) => void;
};

/** Closer, farther, and back; while one of them has the focus the arrow keys move through time, and + and - zoom too. */
export function ZoomButtons({ range, limits, zoomed, onZoom }: Props) {
  const closer = () => onZoom(scaled(range, 0.5, limits));
  const farther = () => onZoom(scaled(range, 2, limits));

  function press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = actionOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function actionOf(key: string): (() => void) | undefined {
    switch (key) {
      case 'ArrowLeft':
        return () => onZoom(moved(range, -0.25, limits));
      case 'ArrowRight':
        return () => onZoom(moved(range, 0.25, limits));
      case '+':
      case '=':
        return closer;
      case '-':
        return farther;
      case '0':
        return () => onZoom(null);
      default:
        return undefined;
    }
  }

  return (
    <fieldset className={styles['zoom']} aria-label="Zoom" onKeyDown={press}>
      <button
        type="button"
        aria-label="Zoom in"
        title="Zoom in (+); arrow keys move. Dragging over the dates of the chart zooms too."
        onClick={closer}
      >
        <ZoomIn20Regular />
      </button>
      <button type="button" aria-label="Zoom out" title="Zoom out (-)" onClick={farther}>
        <ZoomOut20Regular />
      </button>
      <button
        type="button"
        aria-label="Reset the time shown"
        title="Reset the time shown (0)"
        aria-disabled={!zoomed}
        onClick={() => onZoom(null)}
      >
        <ArrowReset20Regular />
      </button>
    </fieldset>
  );
}
