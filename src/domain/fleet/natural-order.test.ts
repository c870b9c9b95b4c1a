import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOrder, compareNames, compareOrders, naturalOrder } from './natural-order.ts';

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

describe('the order of addresses', () => {
  it('is by value, IPv4 before IPv6, and last what is no address', () => {
    const inOrder = [
      '9.0.0.1',
      '10.0.0.4',
      '10.0.0.4/31',
      '10.0.0.21',
      '100.0.0.1',
      '::',
      '::1',
      '::1:0',
      '64:ff9b::1',
      '2001:DB8::1',
      '2001:db8::1/64',
      '2001:db8::1:0',
      '2001:db8:0:0:1:0:0:1',
      '2001:db8:1::',
      'fe80::1',
      '137.XXX.11.74',
      'face',
      'None',
    ];
    const sorted = inOrder.toReversed().sort((a, b) => (addressOrder(a) < addressOrder(b) ? -1 : 1));
    expect(sorted).toEqual(inOrder);
  });

  it.each([
    ['2001:DB8::1', '2001:db8:0:0:0:0:0:1'],
    ['fe80::', 'FE80:0:0:0:0:0:0:0'],
    ['Shared', 'shared'],
  ])('%s stands where %s does', (a, b) => expect(addressOrder(a)).toBe(addressOrder(b)));
});
