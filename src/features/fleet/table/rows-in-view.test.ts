import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRows, overscan } from './rows-in-view.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('the rows that are drawn', () => {
  it('are those in view at once, and five more, the nearest first', () => {
    expect(nextRows([], { first: 100, last: 110 }, 1_000)).toEqual({
      indexes: range(97, 112),
      isWhole: false,
    });
  });

  it('are kept while they are near, and given up when they are far', () => {
    const { indexes } = nextRows([...range(40, 44), ...range(90, 121)], { first: 100, last: 110 }, 1_000);
    expect(indexes).toEqual(range(88, 122));
  });

  it('end where the list does', () => {
    expect(nextRows(range(0, 9), { first: 0, last: 5 }, 10)).toEqual({ indexes: range(0, 9), isWhole: true });
    expect(nextRows(range(0, 9), { first: 0, last: -1 }, 0)).toEqual({ indexes: [], isWhole: true });
  });

  it('are all there after a few frames, never more than five of them beyond the view in one', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(60), fc.nat(500), (first, seen, count) => {
        const view = { first: Math.min(first, count), last: Math.min(first + seen, count - 1) };
        let drawn: readonly number[] = [];
        for (let frame = 0; ; frame++) {
          const { indexes, isWhole } = nextRows(drawn, view, count);
          const known = new Set(drawn);
          const ahead = indexes.filter(one => !known.has(one) && (one < view.first || one > view.last));
          expect(ahead.length).toBeLessThanOrEqual(5);
          drawn = indexes;
          if (isWhole) break;
          expect(frame).toBeLessThan(overscan);
        }
        expect(drawn).toEqual(
          range(Math.max(0, view.first - overscan), Math.min(count - 1, view.last + overscan)),
        );
      }),
    );
  });
});
