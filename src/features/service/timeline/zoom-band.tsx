import { type PointerEvent, useRef, useState } from 'react';
import { labelWidth } from './lane-layout.ts';
import type { TimeRange } from './time-range.ts';
import { between } from './zoom.ts';
import styles from './zoom-band.module.css';

type Props = {
  readonly range: TimeRange;
  readonly limits: TimeRange;
  readonly onZoom: (range: TimeRange) => void;
};

/** Shares of the width, 0 to 1, at which a drag began and is. */
type Drag = { readonly start: number; readonly end: number };

/** Lies over the dates of the chart: dragging over them zooms into that time. The buttons do the same by keyboard. */
export function ZoomBand({ range, limits, onZoom }: Props) {
  const band = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  function shareAt(event: PointerEvent): number {
    const box = band.current?.getBoundingClientRect();
    return box ? Math.min(1, Math.max(0, (event.clientX - box.left) / Math.max(1, box.width))) : 0;
  }

  function finish(): void {
    setDrag(null);
    if (!drag) return;
    const at = (share: number) => range.from + share * (range.to - range.from);
    const wanted = between(at(drag.start), at(drag.end), limits);
    if (wanted) onZoom(wanted);
  }

  return (
    <div
      ref={band}
      className={styles['band']}
      style={{ left: labelWidth }}
      title="Drag to zoom"
      onPointerDown={event => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const share = shareAt(event);
        setDrag({ start: share, end: share });
      }}
      onPointerMove={event => drag && setDrag({ ...drag, end: shareAt(event) })}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      {drag && (
        <div
          className={styles['chosen']}
          style={{
            left: `${Math.min(drag.start, drag.end) * 100}%`,
            width: `${Math.abs(drag.end - drag.start) * 100}%`,
          }}
        />
      )}
    </div>
  );
}
