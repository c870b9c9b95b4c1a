let typed = '';

/** Forgets what was typed for a box that is closed. */
export function forgetTyped(): void {
  typed = '';
}

/** Keeps a key that was meant for the box of commands while its code is on the way; false for one that types nothing. */
export function typeAhead({
  key,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  if (ctrlKey || metaKey) return false;
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if ([...key].length === 1) typed += key;
  // Enter would press whatever has the focus below.
  else if (key !== 'Enter') return false;
  return true;
}

/** What was typed before the box was there. */
export function typedAhead(): string {
  return typed;
}
