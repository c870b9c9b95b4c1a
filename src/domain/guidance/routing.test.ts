import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Route, RouteTableFacts } from '../network-facts.ts';
import { internetDiversions } from './routing.ts';

function table(
  ...routes: readonly (readonly [addressPrefix: string, nextHopType: string])[]
): RouteTableFacts {
  return {
    id: '/rt',
    disableBgpRoutePropagation: null,
    routes: routes.map(
      ([addressPrefix, nextHopType], index): Route => ({
        name: `route-${index}`,
        addressPrefix,
        nextHopType,
        nextHopIp: null,
      }),
    ),
  };
}

const prefixes = (facts: RouteTableFacts, family: 'ipv4' | 'ipv6' = 'ipv4') =>
  internetDiversions(facts, family).map(({ addressPrefix }) => addressPrefix);

describe('internetDiversions', () => {
  it.each([
    [[['0.0.0.0/0', 'VirtualAppliance']], ['0.0.0.0/0']],
    [[['0.0.0.0/1', 'None']], ['0.0.0.0/1']],
    [
      [
        ['0.0.0.0/1', 'VirtualAppliance'],
        ['128.0.0.0/1', 'VirtualNetworkGateway'],
      ],
      ['0.0.0.0/1', '128.0.0.0/1'],
    ],
    [
      [
        ['0.0.0.0/0', 'VirtualAppliance'],
        ['52.0.0.0/8', 'Internet'],
      ],
      ['0.0.0.0/0'],
    ],
    [
      [
        ['0.0.0.0/0', 'VirtualAppliance'],
        ['0.0.0.0/1', 'Internet'],
        ['128.0.0.0/1', 'Internet'],
      ],
      [],
    ],
    [
      [
        ['0.0.0.0/0', 'Internet'],
        ['198.51.100.7/32', 'VirtualAppliance'],
      ],
      ['198.51.100.7/32'],
    ],
    [
      [
        ['0.0.0.0/0', 'Internet'],
        ['0.0.0.0/0', 'VirtualAppliance'],
      ],
      ['0.0.0.0/0'],
    ],
    [[['10.0.0.0/8', 'VirtualAppliance']], []],
    [[['100.64.0.0/10', 'VirtualAppliance']], []],
    [[['172.16.0.0/11', 'VirtualAppliance']], ['172.16.0.0/11']],
    [[['ApiManagement', 'Internet']], []],
    [[['AzureMonitor', 'VirtualAppliance']], ['AzureMonitor']],
    [[['0.0.0.0/0', 'internet']], []],
    [[['0.0.0.0/0', 'VnetLocal']], []],
    [[['0.0.0.0/0', 'SomethingNew']], ['0.0.0.0/0']],
    [[['::/0', 'VirtualAppliance']], []],
  ] as const)('of %j are %j', (routes, expected) => {
    expect(prefixes(table(...routes))).toEqual(expected);
  });

  it('looks at IPv6 routes for IPv6 alone', () => {
    expect(prefixes(table(['::/0', 'VirtualAppliance']), 'ipv6')).toEqual(['::/0']);
    expect(prefixes(table(['fd00::/8', 'VirtualAppliance']), 'ipv6')).toEqual([]);
  });

  it('finds a default route however it is split', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), bits => {
        const parts = Array.from({ length: 2 ** bits }, (_, index) => index);
        const routes = parts.map(
          index => [`${(index * 256) / 2 ** bits}.0.0.0/${bits}`, 'VirtualAppliance'] as const,
        );
        expect(prefixes(table(...routes)).length).toBeGreaterThan(0);
      }),
    );
  });
});
