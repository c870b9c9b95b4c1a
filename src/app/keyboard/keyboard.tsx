import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { type Overlay, overlay, useOverlay } from '../../parts/overlay.ts';
import { announce } from '../../ui/announce.ts';
import { idle } from '../history/idle.ts';
import { useKeptFocus } from './use-kept-focus.ts';

const loadCommands = () => import('./commands.tsx');
const loadKeySheet = () => import('./key-sheet.tsx');
const loadProblems = () => import('../problems/problems.tsx');
const loadWordSheet = () => import('./word-sheet.tsx');
type Part = ComponentType<{ readonly onClose: () => void }>;
const orNot = (part: Promise<Part>) =>
  part.catch((): Part => NotLoaded).then(loaded => ({ default: loaded }));
const Commands = lazy(() => orNot(loadCommands().then(part => part.Commands)));
const KeySheet = lazy(() => orNot(loadKeySheet().then(part => part.KeySheet)));
const Problems = lazy(() => orNot(loadProblems().then(part => part.Problems)));
const WordSheet = lazy(() => orNot(loadWordSheet().then(part => part.WordSheet)));

/** Fetched while nothing else is: what a key opens is needed at once, and also when the network is gone. */
async function loadAhead(): Promise<void> {
  await idle();
  await Promise.allSettled([
    loadProblems(),
    loadCommands(),
    loadKeySheet(),
    loadWordSheet(),
    import('../history/find-with-history.tsx'),
  ]);
}

/** A dialog tells that it was closed a moment later: by then a command may have opened the other one. */
const closes = (one: Overlay) => () => {
  if (overlay.get() === one) overlay.set(undefined);
};
const closeCommands = closes('commands');
const closeKeys = closes('keys');
const closeProblems = closes('problems');
const closeWords = closes('words');

/** What the keys that hold on every screen open. Loaded behind the first screen; the keys themselves are heard from its start. */
export function Keyboard() {
  useKeptFocus();
  useEffect(() => void loadAhead(), []);
  const open = useOverlay();
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      {open === 'commands' && <Commands onClose={closeCommands} />}
      {open === 'keys' && <KeySheet onClose={closeKeys} />}
      {open === 'problems' && <Problems onClose={closeProblems} />}
      {open === 'words' && <WordSheet onClose={closeWords} />}
    </Suspense>
  );
}

function NotLoaded({ onClose }: { readonly onClose: () => void }) {
  useEffect(() => {
    announce('This could not be loaded. Load the page anew when the connection is back.');
    onClose();
  }, [onClose]);
  return null;
}
