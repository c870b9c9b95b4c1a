import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from './grid-step.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const at = { index: 2, column: 3, rows: 20, columns: 9 };

describe('keys in the grid', () => {
  it.each([
    ['ArrowDown', false, { index: 3, column: 3 }],
    ['ArrowUp', false, { index: 1, column: 3 }],
    ['ArrowLeft', false, { index: 2, column: 2 }],
    ['ArrowRight', false, { index: 2, column: 4 }],
    ['Home', false, { index: 2, column: 0 }],
    ['End', false, { index: 2, column: 8 }],
    ['Home', true, { index: 0, column: 0 }],
    ['End', true, { index: 19, column: 8 }],
    ['PageDown', false, { index: 12, column: 3 }],
    ['PageUp', false, { index: 0, column: 3 }],
    ['x', false, undefined],
    ['ArrowDown', true, undefined],
  ])('%s, with Ctrl: %s', (key, ctrlKey, place) =>
    expect(stepOf({ ...plain, key, ctrlKey }, at)).toEqual(place),
  );

  it('the first row leads up to the heads, and the heads down to it', () => {
    expect(stepOf({ ...plain, key: 'ArrowUp' }, { ...at, index: 0 })).toEqual({ index: -1, column: 3 });
    expect(stepOf({ ...plain, key: 'ArrowDown' }, { ...at, index: -1 })).toEqual({ index: 0, column: 3 });
  });

  it('never lead out of the grid', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    const size = fc.record({
      rows: fc.integer({ min: 0, max: 3 }),
      columns: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(
        size,
        fc.array(fc.constantFrom(...keys)),
        fc.boolean(),
        ({ rows, columns }, path, ctrlKey) => {
          let place = { index: -1, column: 0 };
          for (const key of path)
            place = stepOf({ ...plain, key, ctrlKey }, { ...place, rows, columns }) ?? place;
          expect(place.index).toBeGreaterThanOrEqual(-1);
          expect(place.index).toBeLessThan(Math.max(rows, 0) || 1);
          expect(place.column).toBeGreaterThanOrEqual(0);
          expect(place.column).toBeLessThan(columns);
        },
      ),
    );
  });
});
