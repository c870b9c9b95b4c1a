import type { ThemeChoice } from './theme-choice.ts';

export const themeLabels: readonly (readonly [ThemeChoice, string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

export function isThemeChoice(value: string | undefined): value is ThemeChoice {
  return themeLabels.some(([one]) => one === value);
}
