import { useEffect } from 'react';
import { overlay } from '../../parts/overlay.ts';
import { goTo } from '../../ui/navigation.ts';
import { singleKeys } from './single-keys.ts';
import { forgetTyped, typeAhead } from './typed-ahead.ts';

/** What takes text itself: `/` is a character there. */
const editable = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** The keys that hold on every screen: `/` to Find, Ctrl+K for commands, `?` for the sheet of keys, Escape to close. */
export function useKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actionOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
  if (event.key === 'Escape') return closeAround(event.target);
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'k' || event.shiftKey) return undefined;
    return () => {
      forgetTyped();
      overlay.set(overlay.get() === 'commands' ? undefined : 'commands');
    };
  }
  if (overlay.get() === 'commands' && !document.querySelector('dialog[open]'))
    return typeAhead(event) ? () => {} : undefined;
  const typing = event.target instanceof Element && event.target.closest(editable) !== null;
  if (typing || overlay.get() !== undefined || !singleKeys.get()) return undefined;
  if (event.key === '/') return goToFind;
  return event.key === '?' ? () => overlay.set('keys') : undefined;
}

/** Presses the button that puts the focused piece of news away (`data-closes`); menus and dialogs close by themselves. */
function closeAround(target: EventTarget | null): (() => void) | undefined {
  const around = target instanceof Element ? target.closest(':has(> [data-closes])') : null;
  const button = around?.querySelector<HTMLElement>(':scope > [data-closes]');
  return button ? () => button.click() : undefined;
}

/** To the box that asks on this screen: Find's own, else the one of the top bar; to Find where there is none to be seen. */
export function goToFind(): void {
  const boxes = ['#find-question', '#find-box'].map(id => document.querySelector<HTMLInputElement>(id));
  const box = boxes.find(one => one?.checkVisibility());
  if (!box) goTo('/find');
  box?.focus();
  box?.select();
}
