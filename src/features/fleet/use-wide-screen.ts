import { type RefObject, useLayoutEffect } from 'react';

/**
 * Marks the screen around the rows while these are wider than it is. With `:has()` instead of a mark every row that
 * scrolls into view made the browser style the whole screen anew.
 */
export function useWideScreen(rows: RefObject<HTMLElement | null>, isWide: boolean): void {
  useLayoutEffect(() => {
    const screen = rows.current?.parentElement;
    if (!screen || !isWide) return;
    screen.dataset['wide'] = '';
    return () => {
      delete screen.dataset['wide'];
    };
  }, [rows, isWide]);
}
