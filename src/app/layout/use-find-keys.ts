import { type RefObject, useEffect } from 'react';
import { goTo } from '../../ui/navigation.ts';

/** What takes text itself: `/` is a character there. */
const editable = 'input, textarea, select, [contenteditable]';

/** `/` and Ctrl+K lead to Find from everywhere: to its own box on that screen, to the box of the top bar on others. */
export function useFindKeys(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const command = event.ctrlKey || event.metaKey;
      const typing = event.target instanceof Element && event.target.closest(editable) !== null;
      const asks = command
        ? event.key.toLowerCase() === 'k' && !event.shiftKey
        : event.key === '/' && !typing;
      if (!asks) return;
      event.preventDefault();
      if (!focusFind(box.current)) goTo('/find');
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [box]);
}

/** Puts the focus into the box that asks on this screen; false where there is none to be seen. */
function focusFind(box: HTMLInputElement | null): boolean {
  const own = document.querySelector<HTMLTextAreaElement>('#find-question');
  const target = own ?? (box?.checkVisibility() ? box : null);
  target?.focus();
  target?.select();
  return target !== null;
}
