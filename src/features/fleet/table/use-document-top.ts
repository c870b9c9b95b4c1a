import { type RefObject, useLayoutEffect, useState } from 'react';

/** Where it stood last; at first, about where the rows begin on a wide screen. */
let lastTop = 200;

/**
 * How far below the top of the document an element begins, in px. Measured again when anything above it may have grown:
 * the first time too it is the observer that measures, once the browser has laid the page out and before it paints.
 */
export function useDocumentTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(lastTop);
  useLayoutEffect(() => {
    const measure = () => {
      const { current } = element;
      if (!current) return;
      lastTop = Math.round(current.getBoundingClientRect().top + window.scrollY);
      setTop(lastTop);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
