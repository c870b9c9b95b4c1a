import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';

function nested(depth: number): unknown {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

it('is indented JSON that hides nothing', () =>
  expect(jsonText({ name: 'a\u202eb', none: null })).toBe('{\n  "name": "a\\u202eb",\n  "none": null\n}'));

it('is empty for nothing at all', () => expect(jsonText(undefined)).toBe(''));

it.each([201, 100_000])('of a value %i deep says so instead of breaking the page', depth =>
  expect(jsonText(nested(depth))).toBe('This is nested too deeply to be shown.'),
);

it('of a value 200 deep is the whole of it', () =>
  expect(JSON.parse(jsonText(nested(200)))).toEqual(nested(200)));
