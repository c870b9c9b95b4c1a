import { useEffect, useRef } from 'react';
import { usePathname } from 'wouter/use-browser-location';

/**
 * Another screen takes away what had the focus. A screen that asks at once (Find) takes it itself; on others it goes to
 * the screen as a whole, so that the next Tab goes on there and not at the top of the page.
 */
export function useKeptFocus(): void {
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (path === last.current) return;
    last.current = path;
    // The old screen is hidden or gone by the next frame.
    const frame = requestAnimationFrame(() => {
      const { activeElement, body } = document;
      const isLost = activeElement === null || activeElement === body || !activeElement.checkVisibility();
      if (isLost) document.getElementById('main')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);
}
