import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import type { Service } from '../service.ts';
import type { ServiceChanges } from './change-summary.ts';
import { holdOrder, placesOf } from './hold-order.ts';
import { addressOrder } from './natural-order.ts';
import { formatSort, readSort, sortRows } from './sort-rows.ts';
import {
  sampleRegion,
  sampleRows,
  sampleService,
  subscriptionB,
  unreadableSample,
} from './testing/sample-fleet.ts';

function order(services: readonly Partial<Service>[], sort: string): readonly string[] {
  const by = readSort(sort);
  if (!by) throw new Error(`No order ${sort}`);
  return sortRows(sampleRows(services), by).map(row => row.name);
}

function withAddress(name: string, address: string): Partial<Service> {
  return { name, regions: [sampleRegion({ publicIPAddresses: [address] })] };
}

describe('orders', () => {
  it('names as people do', () =>
    expect(order([{ name: 'api-10' }, { name: 'API-2' }, { name: 'b' }, { name: 'a' }], 'name')).toEqual([
      'a',
      'API-2',
      'api-10',
      'b',
    ]));

  it('tiers by size, then units', () =>
    expect(
      order(
        [
          { name: 'p2', tier: 'Premium', units: 2 },
          { name: 'odd', tier: 'Gold' },
          { name: 'c', tier: 'Consumption', units: null },
          { name: 'p1', tier: 'premium', units: 1 },
          { name: 'd', tier: 'Developer' },
        ],
        'tier',
      ),
    ).toEqual(['c', 'd', 'p1', 'p2', 'odd']));

  it('addresses by value, those without one last', () => {
    const services = [
      withAddress('masked', '137.XXX.1.1'),
      withAddress('v6', '2001:db8::10'),
      withAddress('b', '20.10.0.1'),
      withAddress('a', '20.9.0.1'),
      { name: 'shared', tier: 'Consumption' },
      withAddress('v6-low', '2001:db8::9'),
    ];
    expect(order(services, 'public')).toEqual(['a', 'b', 'v6-low', 'v6', 'masked', 'shared']);
    expect(order(services, '-public')).toEqual(['masked', 'v6', 'v6-low', 'b', 'a', 'shared']);
  });

  it('a tag by its value, services without it last in both directions', () => {
    const services = [{ name: 'x', tags: { ENV: 'b' } }, { name: 'y' }, { name: 'z', tags: { env: 'a' } }];
    expect(order(services, 'tag:env')).toEqual(['z', 'x', 'y']);
    expect(order(services, '-tag:env')).toEqual(['x', 'z', 'y']);
  });

  it('status with what needs a person first', () =>
    expect(
      order(
        [
          { name: 'fine' },
          { name: 'updating', provisioningState: 'Updating' },
          { name: 'failed', provisioningState: 'Failed' },
          { name: 'warned', subscriptionId: subscriptionB },
        ],
        'status',
      ),
    ).toEqual(['warned', 'failed', 'updating', 'fine']));

  const changes = (at: string, unexplained = false): ServiceChanges => ({
    last: { at, causes: [unexplained ? 'unexplained' : 'tier-changed'] },
    unexplained: unexplained ? { at } : null,
  });
  const rows = sampleRows(
    [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }],
    new Map([
      [armKey(sampleService({ name: 'b' }).id), changes('2026-11-01T00:00:00Z')],
      [armKey(sampleService({ name: 'c' }).id), changes('2026-11-20T00:00:00Z')],
      [armKey(sampleService({ name: 'd' }).id), changes('2026-06-01T00:00:00Z', true)],
    ]),
    [unreadableSample('bb')],
  );

  it('pins an unexplained change that nobody has seen, in every order', () => {
    expect(sortRows(rows, { by: 'name', descending: false })[0]?.name).toBe('d');
    expect(sortRows(rows, { by: 'change', descending: true }).map(row => row.name)).toEqual([
      'd',
      'c',
      'b',
      'a',
      'bb',
    ]);
  });

  it('keeps what could not be read at its place by name', () =>
    expect(sortRows(rows, { by: 'name', descending: false }).map(row => row.name)).toEqual([
      'd',
      'a',
      'b',
      'bb',
      'c',
    ]));

  it('loses and doubles no row, whatever it sorts by', () => {
    const service = fc.record({
      name: fc.constantFrom('a', 'b1', 'B02', 'b2', '', 'é'),
      tier: fc.constantFrom('Premium', 'Gold', 'Consumption'),
      vnetMode: fc.constantFrom('None', 'Internal', 'Odd'),
      units: fc.option(fc.nat(9)),
    });
    const key = fc.constantFrom(
      'name',
      'tier',
      'vnet',
      'public',
      'regions',
      'status',
      'created',
      'change',
      'tag:x',
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(service, { selector: one => one.name }),
        key,
        fc.boolean(),
        (services, by, descending) => {
          const all = sampleRows(services);
          const sort = readSort(descending ? `-${by}` : by);
          if (!sort) throw new Error(by);
          const sorted = sortRows(all, sort);
          expect(new Set(sorted)).toEqual(new Set(all));
          expect(sortRows([...sorted].reverse(), sort).map(row => row.name)).toEqual(
            sorted.map(row => row.name),
          );
        },
      ),
    );
  });
});

describe('the text of an order', () => {
  it.each(['name', '-name', 'change', '-change', 'tag:cost centre', '-tag:-x'])('%s comes back', text => {
    const sort = readSort(text);
    expect(sort && formatSort(sort)).toBe(text);
  });
  it.each(['', '-', '--name', 'size', 'tag:', '-tag:'])('%j names none', text =>
    expect(readSort(text)).toBeUndefined(),
  );
  it('reads a column without case', () =>
    expect(readSort('-VNET')).toEqual({ by: 'vnet', descending: true }));
});

describe('an order that is held', () => {
  const rows = sampleRows([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }]);
  const [a, b, c, d] = rows;
  if (!a || !b || !c || !d) throw new Error('four rows');
  const places = placesOf([a, b, c]);
  const names = (list: readonly { name: string }[]) => list.map(row => row.name).join('');

  it.each([
    ['nothing new', [a, b, c], 'abc'],
    ['rows that would move', [c, a, b], 'abc'],
    ['a new row without a move', [a, d, b, c], 'adbc'],
    ['a new row behind the one that it follows', [c, d, a, b], 'abcd'],
    ['a new row on top', [d, c, a, b], 'dabc'],
    ['a row that is gone', [c, a], 'ac'],
  ])('%s', (_name, sorted, held) => expect(names(holdOrder(places, sorted))).toBe(held));

  it('gives the same list back where nothing is out of order', () => {
    const sorted = [a, d, b];
    expect(holdOrder(places, sorted)).toBe(sorted);
  });

  it('never loses a row and never moves one that was known', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([a, b, c, d]), sorted => {
        const held = holdOrder(places, sorted);
        expect(new Set(held)).toEqual(new Set(sorted));
        const known = held.flatMap(row => places.get(row.key) ?? []);
        expect(known).toEqual([...known].sort());
      }),
    );
  });
});

describe('the order of addresses', () => {
  it('is by value for any two of IPv4', () => {
    const part = fc.nat(255);
    const address = fc.tuple(part, part, part, part);
    fc.assert(
      fc.property(address, address, (x, y) => {
        const value = (parts: readonly number[]) => parts.reduce((sum, one) => sum * 256 + one, 0);
        const less = addressOrder(x.join('.')) < addressOrder(y.join('.'));
        expect(less).toBe(value(x) < value(y));
      }),
    );
  });
});

describe('rows that look alike', () => {
  it('with integration stand behind those in the VNet of the same mode', () =>
    expect(
      order(
        [
          { name: 'v2', tier: 'StandardV2', vnetMode: 'External' },
          { name: 'classic', vnetMode: 'External' },
          { name: 'inside', vnetMode: 'Internal' },
        ],
        'vnet',
      ),
    ).toEqual(['classic', 'v2', 'inside']));

  it('an IPv6 address written in full is as large as its short form', () =>
    expect(addressOrder('2001:0db8:0000:0000:0000:0000:0000:0007')).toBe(addressOrder('2001:db8::7')));
});
