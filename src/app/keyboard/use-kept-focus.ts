import { useEffect, useRef } from 'react';
import { usePathname } from 'wouter/use-browser-location';

/**
 * What had the focus may go away: with another screen, or when news takes the place of a button such as Try again. What
 * comes instead may take the focus itself (Find does); else it goes to the screen as a whole, so that the next Tab goes
 * on there and not at the top of the page.
 */
export function useKeptFocus(): void {
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (path === last.current) return;
    last.current = path;
    // The old screen is hidden or gone by the next frame.
    const frame = requestAnimationFrame(() => {
      if (isLost()) toScreen();
    });
    return () => cancelAnimationFrame(frame);
  }, [path]);

  useEffect(() => {
    let focused: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? target : null;
    };
    const observer = new MutationObserver(() => {
      if (!focused || focused.isConnected) return;
      focused = null;
      if (isLost()) toScreen();
    });
    const frame = document.getElementById('main')?.parentElement;
    frame?.addEventListener('focusin', remember);
    if (frame) observer.observe(frame, { childList: true, subtree: true });
    return () => {
      frame?.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}

function isLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body || !activeElement.checkVisibility();
}

function toScreen(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}
