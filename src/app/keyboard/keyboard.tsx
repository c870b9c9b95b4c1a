import { lazy, Suspense } from 'react';
import { type Overlay, overlay, useOverlay } from './overlay.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeys } from './use-keys.ts';

const Commands = lazy(async () => ({ default: (await import('./commands.tsx')).Commands }));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

/** A dialog tells that it was closed a moment later: by then a command may have opened the other one. */
const closes = (one: Overlay) => () => {
  if (overlay.get() === one) overlay.set(undefined);
};
const closeCommands = closes('commands');
const closeKeys = closes('keys');

/** The keys that hold on every screen, and what they open. Loaded behind the first screen. */
export function Keyboard() {
  useKeys();
  useKeptFocus();
  const open = useOverlay();
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      {open === 'commands' ? <Commands onClose={closeCommands} /> : <KeySheet onClose={closeKeys} />}
    </Suspense>
  );
}
