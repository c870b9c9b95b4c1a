import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, compareOrders, naturalOrder } from './natural-order.ts';

describe('the order of names', () => {
  const letters = [...'abzABZ0019--', 'é', ' ', '_'];
  const name = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });

  it('is the same by key as by comparing the names themselves', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareOrders(naturalOrder(a), naturalOrder(b))).toBe(Math.sign(compareNames(a, b)));
      }),
      { numRuns: 5_000 },
    );
  });

  it('has a key for every name that Azure allows', () => {
    expect(naturalOrder('API-0010').key).toBe('api-210');
    expect(naturalOrder('api-00').key).toBe('api-0');
    expect(naturalOrder('prod é').key).toBeUndefined();
    expect(naturalOrder('9'.repeat(49)).key).toBeUndefined();
  });
});
