import { type RefObject, useEffect, useState } from 'react';

/** Rows beyond the visible ones, so that a quick scroll shows none that are empty. */
const beyond = 12;

export type RowWindow = { readonly first: number; readonly last: number };

/** The rows of one height that a scrolling element shows, from 0; only those are drawn beside a long text. */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  rowHeight: number,
  rows: number,
): RowWindow {
  const [view, setView] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const size = new ResizeObserver(look);
    size.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      size.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);
  const first = Math.max(0, Math.floor(view.top / rowHeight) - beyond);
  const last = Math.min(rows - 1, Math.ceil((view.top + view.height) / rowHeight) + beyond);
  return { first, last };
}
