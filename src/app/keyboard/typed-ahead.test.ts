import { beforeEach, expect, it } from 'vitest';
import { forgetTyped, typeAhead, typedAhead } from './typed-ahead.ts';

beforeEach(forgetTyped);

const press = (key: string, more: { ctrlKey?: boolean; metaKey?: boolean } = {}) =>
  typeAhead({ key, ctrlKey: false, metaKey: false, ...more });

it('keeps what is typed before the box is there, in its order', () => {
  for (const key of ['t', 'i', 'x', 'Backspace', 'm', 'e']) expect(press(key)).toBe(true);
  expect(typedAhead()).toBe('time');
});

it('takes Enter too, which would press what lies below, and leaves other keys to the page', () => {
  expect(press('Enter')).toBe(true);
  for (const key of ['Escape', 'Tab', 'ArrowDown', 'F5']) expect(press(key)).toBe(false);
  expect(press('r', { ctrlKey: true })).toBe(false);
  expect(press('r', { metaKey: true })).toBe(false);
  expect(typedAhead()).toBe('');
});
