import { type MouseEvent, useCallback, useEffect, useState } from 'react';

/** A surface that opens beside the button that was pressed; pressing the button again closes it. */
export type Popup = {
  /** The button that it stands beside, null while it is closed. */
  readonly anchor: HTMLElement | null;
  readonly toggle: (event: MouseEvent<HTMLElement>) => void;
  readonly openAt: (anchor: HTMLElement) => void;
  /** Closes, and gives the focus back. */
  readonly close: () => void;
};

export function usePopup(): Popup {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = useCallback(() => {
    setAnchor(open => {
      // The button may be gone with another layout of the screen, which then takes the focus as a whole.
      const back = open?.isConnected ? open : document.getElementById('main');
      back?.focus({ preventScroll: true });
      return null;
    });
  }, []);
  const toggle = useCallback((event: MouseEvent<HTMLElement>) => {
    const { currentTarget } = event;
    setAnchor(open => (open === currentTarget ? null : currentTarget));
  }, []);
  useEffect(() => (anchor ? onEscape(anchor, close) : undefined), [anchor, close]);
  return { anchor, toggle, openAt: setAnchor, close };
}

/**
 * A surface hears Escape once the focus is in it. Until then, and while its code is on its way, its button does, or the
 * page where a press does not give a button the focus (Safari).
 */
function onEscape(anchor: HTMLElement, close: () => void): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (event.target !== anchor && event.target !== document.body)) return;
    event.preventDefault();
    close();
  };
  // On the way down: the grid, in whose cells such buttons stand, has a use of its own for the key.
  addEventListener('keydown', onKeyDown, { capture: true });
  return () => removeEventListener('keydown', onKeyDown, { capture: true });
}
