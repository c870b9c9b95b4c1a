import { describe, expect, it } from 'vitest';
import { compareText } from './compare-text.ts';
import { countBefore } from './count-before.ts';
import { groupBy } from './group-by.ts';

describe('compareText', () => {
  it.each([
    ['a', 'b', -1],
    ['b', 'a', 1],
    ['a', 'a', 0],
    ['Z', 'a', -1],
    ['z', '\u00e4', -1],
  ])('%j to %j is %i', (a, b, order) => expect(compareText(a, b)).toBe(order));
});

describe('countBefore', () => {
  it.each([
    [[], 0],
    [[5], 0],
    [[1], 1],
    [[1, 2, 3, 4, 5, 6], 4],
    [[1, 2, 3, 4], 4],
    [[5, 6, 7], 0],
    [[1, 5, 6, 7, 8, 9, 10], 1],
  ])('of %j are smaller than five: %i', (items, count) =>
    expect(countBefore(items, item => item < 5)).toBe(count),
  );

  it('looks at few of many', () => {
    let looks = 0;
    countBefore(
      Array.from({ length: 1024 }, (_, index) => index),
      item => {
        looks++;
        return item < 700;
      },
    );
    expect(looks).toBeLessThanOrEqual(11);
  });
});

it('groupBy keeps the order of keys and of items', () =>
  expect([...groupBy(['b1', 'a1', 'b2', 'c1', 'a2'], item => item.charAt(0))]).toEqual([
    ['b', ['b1', 'b2']],
    ['a', ['a1', 'a2']],
    ['c', ['c1']],
  ]));
