import { type MouseEvent, useCallback, useRef, useState } from 'react';

/** A surface that opens beside the button that was pressed; pressing the button again closes it. */
export type Popup = {
  /** The button that it stands beside, null while it is closed. */
  readonly anchor: HTMLElement | null;
  readonly toggle: (event: MouseEvent<HTMLElement>) => void;
  readonly openAt: (anchor: HTMLElement) => void;
  /** Closes, and gives the focus back where it lay inside. */
  readonly close: () => void;
};

/** A press that closes a surface reaches its own button too, within this time; it must not open it again. */
const samePressMs = 250;

export function usePopup(): Popup {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const closed = useRef<{ readonly anchor: HTMLElement | null; readonly at: number }>({
    anchor: null,
    at: 0,
  });

  const close = useCallback(() => {
    setAnchor(open => {
      closed.current = { anchor: open, at: performance.now() };
      open?.focus({ preventScroll: true });
      return null;
    });
  }, []);
  const toggle = useCallback((event: MouseEvent<HTMLElement>) => {
    const { currentTarget } = event;
    const { anchor: last, at } = closed.current;
    if (last === currentTarget && performance.now() - at < samePressMs) return;
    setAnchor(open => (open === currentTarget ? null : currentTarget));
  }, []);
  return { anchor, toggle, openAt: setAnchor, close };
}
