import { describe, expect, it } from 'vitest';
import { type Command, commandsFor } from './command.ts';

const command = (group: string, label: string, words?: string): Command => ({
  key: label,
  group,
  label,
  ...(words === undefined ? {} : { words }),
  run: () => {},
});
const all = [
  command('On this screen', 'Refresh'),
  command('Go to', 'Settings', 'history storage'),
  command('Theme', 'Dark', 'colours'),
  command('Theme', 'Light', 'colours'),
];
const labels = (text: string) => commandsFor(text, all).map(({ label }) => label);

describe('commandsFor', () => {
  it.each([
    ['', ['Refresh', 'Settings', 'Dark', 'Light']],
    ['ref', ['Refresh']],
    ['REFRESH', ['Refresh']],
    ['theme d', ['Dark']],
    ['d theme', ['Dark']],
    ['colour', ['Dark', 'Light']],
    ['histo', ['Settings']],
    ['fresh', []],
    ['10.20.1.5', []],
    ['.*', ['Refresh', 'Settings', 'Dark', 'Light']],
  ])('has every word of “%s” at the beginning of one of its own', (text, expected) =>
    expect(labels(text)).toEqual(expected),
  );
});
