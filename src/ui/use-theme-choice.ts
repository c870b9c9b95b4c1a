import { useSyncExternalStore } from 'react';
import { type ThemeChoice, themeChoice } from './theme-choice.ts';

/** The theme that the reader chose, as React state; every part of the page follows through CSS. */
export function useThemeChoice(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  return [useSyncExternalStore(themeChoice.subscribe, themeChoice.get), themeChoice.set];
}
