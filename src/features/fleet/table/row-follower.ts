import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { footHeight, headHeight, rowHeight } from './measures.ts';
import { type FollowerProps, nextRows } from './rows-in-view.ts';

const estimateSize = () => rowHeight;

/**
 * Tells which rows to draw, as the reader scrolls: those in view at once, those beyond it a few in each frame. Draws
 * nothing itself. What it tells draws the table anew, which must not make it tell again.
 */
export const RowFollower = memo(function RowFollower({
  rows,
  top,
  activeIndex,
  scrollTo,
  onView,
}: FollowerProps) {
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 0,
    scrollMargin: top,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
  });
  scrollTo.current = index => virtualizer.scrollToIndex(index, { align: 'auto' });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  const offset = virtualizer.scrollOffset ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;
  const drawn = useRef<readonly number[]>([]);
  const [frame, setFrame] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies(frame): the next frame draws more in advance.
  useLayoutEffect(() => {
    // Before the height of the screen is known nothing is in view, and what is drawn stands.
    if (height === 0) return undefined;
    const { indexes, isWhole } = nextRows(drawn.current, { first, last }, rows.length);
    drawn.current = indexes;
    onView({ indexes: withRow(indexes, activeIndex), offset, height });
    if (isWhole) return undefined;
    const next = requestAnimationFrame(() => setFrame(one => one + 1));
    return () => cancelAnimationFrame(next);
  }, [rows.length, first, last, offset, height, activeIndex, frame, onView]);
  return null;
});

/** The row that has the focus stays drawn wherever the reader scrolls, or the focus would be lost. */
function withRow(indexes: readonly number[], active: number): readonly number[] {
  if (active < 0 || indexes.includes(active)) return indexes;
  return [...indexes, active].sort((a, b) => a - b);
}
