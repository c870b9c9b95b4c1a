import { type MouseEvent, useCallback, useState } from 'react';

/** A surface that opens beside the button that was pressed; pressing the button again closes it. */
export type Popup = {
  /** The button that it stands beside, null while it is closed. */
  readonly anchor: HTMLElement | null;
  readonly toggle: (event: MouseEvent<HTMLElement>) => void;
  readonly openAt: (anchor: HTMLElement) => void;
  /** Closes, and gives the focus back where it lay inside. */
  readonly close: () => void;
};

export function usePopup(): Popup {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = useCallback(() => {
    setAnchor(open => {
      open?.focus({ preventScroll: true });
      return null;
    });
  }, []);
  const toggle = useCallback((event: MouseEvent<HTMLElement>) => {
    const { currentTarget } = event;
    setAnchor(open => (open === currentTarget ? null : currentTarget));
  }, []);
  return { anchor, toggle, openAt: setAnchor, close };
}
