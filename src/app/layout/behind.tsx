import { Keyboard } from '../keyboard/keyboard.tsx';
import { PrintedFrom } from './printed-from.tsx';
import { useTabIcon } from './use-tab-icon.ts';

/** What every screen has and none waits for: the keys, the tab's icon, and the foot of a printed page. */
export function Behind() {
  useTabIcon();
  return (
    <>
      <Keyboard />
      <PrintedFrom />
    </>
  );
}
