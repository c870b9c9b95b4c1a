import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useLayoutEffect } from 'react';
import { footHeight, headHeight, rowHeight } from './measures.ts';
import { type FollowerProps, overscan } from './rows-in-view.ts';

const estimateSize = () => rowHeight;

/**
 * Tells which rows are in view, as the reader scrolls. Draws nothing itself. What it tells draws the table anew, which
 * must not make it tell again.
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
    overscan,
    scrollMargin: top,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    // The row that has the focus stays drawn wherever the reader scrolls, or the focus would be lost.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (activeIndex < 0 || indexes.includes(activeIndex)) return indexes;
        return [...indexes, activeIndex].sort((a, b) => a - b);
      },
      [activeIndex],
    ),
  });
  scrollTo.current = index => virtualizer.scrollToIndex(index, { align: 'auto' });
  const items = virtualizer.getVirtualItems();
  const offset = virtualizer.scrollOffset ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;
  useLayoutEffect(() => {
    // Before the height of the screen is known nothing is in view, and what is drawn stands.
    if (height > 0) onView({ indexes: items.map(item => item.index), offset, height });
  }, [items, offset, height, onView]);
  return null;
});
