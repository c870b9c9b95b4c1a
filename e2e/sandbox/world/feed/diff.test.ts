import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { propertyChanges } from './diff.ts';

const index = { arrays: 'index', absent: 'null' } as const;
const whole = { arrays: 'whole', absent: null } as const;

describe('the differences of two payloads', () => {
  it.each<[string, Json, Json, string[]]>([
    ['a value', { a: { b: 1 } }, { a: { b: 2 } }, ['a.b']],
    ['a member of a list', { a: ['x', 'y'] }, { a: ['x', 'z'] }, ['a[1]']],
    ['a longer list', { a: ['x'] }, { a: ['x', 'y'] }, ['a[1]']],
    ['a list that was null', { a: null }, { a: ['x'] }, ['a[0]']],
    ['a member inside a list of objects', { a: [{ b: ['x'] }] }, { a: [{ b: ['y'] }] }, ['a[0].b[0]']],
    ['an object that goes', { a: { b: 1, c: 2 } }, { a: null }, ['a.b', 'a.c']],
  ])('%s is named by its path', (_, before, after, paths) => {
    expect(Object.keys(propertyChanges(before, after, index))).toEqual(paths);
  });

  it('gives a list whole, as JSON text, in the other notation', () => {
    expect(propertyChanges({ a: [{ b: ['x'] }] }, { a: [{ b: ['y'] }] }, whole)).toEqual({
      a: { previousValue: '[{"b":["x"]}]', newValue: '[{"b":["y"]}]', propertyChangeType: 'Update' },
    });
  });

  it('cuts a long value and says so', () => {
    const { a } = propertyChanges({ a: 'x' }, { a: 'y'.repeat(601) }, whole);
    expect(a).toMatchObject({ isTruncated: 'true' });
    expect(a?.newValue).toHaveLength(600);
  });

  it('are none between a payload and itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const json: Json = JSON.parse(JSON.stringify(value));
        expect(propertyChanges({ value: json }, { value: json }, index)).toEqual({});
      }),
    );
  });
});
