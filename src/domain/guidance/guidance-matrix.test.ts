import { describe, expect, it, vi } from 'vitest';
import { known, type NetworkFacts, noNetworkFacts, type Route } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';
import type { ServiceGuidance } from './contract.ts';
import { guidanceFor } from './guidance.ts';
import type { Purpose } from './purpose.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleService, sampleSubnet } from './samples.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What the table of the design promises for a tier and mode, before anything about the network is known. */
type Promised = {
  readonly clients: 'public' | 'private' | 'host-name';
  readonly internet: 'outbound' | 'tag' | 'unknown';
  readonly private: 'subnet' | 'none' | 'unknown';
  readonly subnetRules: boolean;
};

const dedicated: Promised = { clients: 'public', internet: 'outbound', private: 'none', subnetRules: false };
const external: Promised = { clients: 'public', internet: 'outbound', private: 'subnet', subnetRules: true };
const internal: Promised = { clients: 'private', internet: 'outbound', private: 'subnet', subnetRules: true };
const shared: Promised = { clients: 'host-name', internet: 'tag', private: 'none', subnetRules: false };
const integrated: Promised = {
  clients: 'host-name',
  internet: 'unknown',
  private: 'subnet',
  subnetRules: false,
};
const injected: Promised = {
  clients: 'host-name',
  internet: 'unknown',
  private: 'unknown',
  subnetRules: false,
};
const nothing = undefined;

const table: Readonly<Record<string, Readonly<Record<string, Promised | undefined>>>> = {
  Developer: { None: dedicated, External: external, Internal: internal, Mesh: nothing },
  Basic: { None: dedicated, External: nothing, Internal: nothing, Mesh: nothing },
  Standard: { None: dedicated, External: nothing, Internal: nothing, Mesh: nothing },
  Premium: { None: dedicated, External: external, Internal: internal, Mesh: nothing },
  Consumption: { None: shared, External: nothing, Internal: nothing, Mesh: nothing },
  BasicV2: { None: shared, External: nothing, Internal: nothing, Mesh: nothing },
  StandardV2: { None: shared, External: integrated, Internal: nothing, Mesh: nothing },
  PremiumV2: { None: shared, External: integrated, Internal: injected, Mesh: nothing },
  Isolated: { None: nothing, External: nothing, Internal: nothing, Mesh: nothing },
};

const places = ['westeurope', 'northeurope', 'eastus'];
const routeSets: Readonly<Record<string, { readonly routes: readonly Route[]; readonly diverts: boolean }>> =
  {
    none: { routes: [], diverts: false },
    management: { routes: [route('ApiManagement', 'Internet')], diverts: false },
    firewall: { routes: [route('0.0.0.0/0', 'VirtualAppliance')], diverts: true },
    gateway: { routes: [route('128.0.0.0/1', 'VirtualNetworkGateway')], diverts: true },
  };

type Case = {
  readonly regions: number;
  readonly nat: 'none' | 'agrees' | 'differs';
  readonly subnet: 'read' | 'unread';
  readonly routes: string;
  readonly state: string | null;
};

const cases: readonly Case[] = [1, 2, 3].flatMap(regions =>
  (['none', 'agrees', 'differs'] as const).flatMap(nat =>
    (['read', 'unread'] as const).flatMap(subnet =>
      Object.keys(routeSets).flatMap(routes =>
        ['Enabled', 'Warned', null].map(state => ({ regions, nat, subnet, routes, state })),
      ),
    ),
  ),
);

describe.each(
  Object.entries(table).flatMap(([tier, modes]) =>
    Object.entries(modes).map(([mode, promised]) => ({ tier, mode, promised })),
  ),
)('$tier with VNet mode $mode', ({ tier, mode, promised }) => {
  it(`answers as documented in all ${cases.length} situations of its network`, () => {
    for (const one of cases) {
      const service = serviceOf(tier, mode, one);
      const network = networkOf(one);
      const answer = guidanceFor({
        service,
        network,
        subscriptionState: one.state,
        asOf: '2026-11-22T09:59:58Z',
      });
      const told = JSON.stringify({ tier, mode, ...one });
      const read = one.subnet === 'read';
      const routed = routeSets[one.routes]?.diverts === true;
      const inVnet = promised?.private !== 'none';
      const outboundKnown = !inVnet || (read && !routed && one.nat !== 'differs');
      const n = one.regions;

      expect(count(answer, 'clients', 'cidr'), told).toBe(
        // Port 443 and, where clients may come from outside, the optional port 80.
        promised?.clients === 'public' ? 2 * n : promised?.clients === 'private' ? n : 0,
      );
      expect(count(answer, 'clients', 'hostName'), told).toBe(promised?.clients === 'host-name' ? 1 : 0);
      expect(count(answer, 'internet-back-ends', 'cidr'), told).toBe(
        promised?.internet === 'outbound' && outboundKnown ? n : 0,
      );
      expect(count(answer, 'internet-back-ends', 'serviceTag'), told).toBe(
        promised?.internet === 'tag' ? n : 0,
      );
      expect(count(answer, 'private-back-ends', 'cidr'), told).toBe(
        promised?.private === 'subnet' && read ? n : 0,
      );
      expect(count(answer, 'management', 'serviceTag'), told).toBe(promised?.subnetRules ? 1 : 0);
      expect(count(answer, 'traffic-manager', 'serviceTag'), told).toBe(
        promised === external && n > 1 ? 1 : 0,
      );

      const asked: readonly Purpose[] = ['clients', 'internet-back-ends'];
      for (const purpose of asked) {
        const answered = answer.entries.some(entry => entry.purpose === purpose);
        expect(answered || answer.unknown.some(item => item.purpose === purpose), told).toBe(true);
      }
      const codes = answer.warnings.map(({ code }) => code);
      expect(codes.includes('subscription-state'), told).toBe(one.state === 'Warned');
      expect(codes.includes('bgp-default-route-not-visible'), told).toBe(promised !== undefined && inVnet);
      expect(codes.includes('subnet-route-table'), told).toBe(
        promised?.private === 'subnet' && read && routed,
      );
      expect(codes.includes('same-region-storage'), told).toBe(
        answer.entries.some(({ purpose }) => purpose === 'internet-back-ends'),
      );
    }
  });
});

function count(answer: ServiceGuidance, purpose: Purpose, kind: string): number {
  return answer.entries.filter(entry => entry.purpose === purpose && entry.kind === kind).length;
}

function route(addressPrefix: string, nextHopType: string): Route {
  return { name: 'route', addressPrefix, nextHopType, nextHopIp: null };
}

function serviceOf(tier: string, vnetMode: string, { regions, nat }: Case): Service {
  return sampleService({
    tier,
    vnetMode,
    regions: places.slice(0, regions).map((name, index): ServiceRegion => {
      const inVnet = vnetMode === 'External' || vnetMode === 'Internal';
      return sampleRegion({
        name,
        primary: index === 0,
        publicIPAddresses: [`203.0.113.${index}`],
        privateIPAddresses: vnetMode === 'Internal' && tier !== 'PremiumV2' ? [`10.${index}.0.5`] : [],
        outboundPublicIPAddresses: [nat === 'agrees' ? `198.51.100.${index}` : `203.0.113.${index}`],
        subnetId: inVnet ? sampleIds.subnet(name) : null,
      });
    }),
  });
}

function networkOf({ nat, subnet, routes }: Case): NetworkFacts {
  if (subnet === 'unread') return noNetworkFacts;
  const table = sampleIds.routeTable('rt');
  return sampleNetwork({
    subnets: places.map((name, index) =>
      sampleSubnet(name, {
        addressPrefixes: [`10.${index}.0.0/27`],
        natGatewayId: nat === 'none' ? null : sampleIds.natGateway(name),
        routeTableId: routes === 'none' ? null : table,
        delegations: ['Microsoft.Web/serverFarms'],
      }),
    ),
    natGateways: places.map((name, index) => ({
      id: sampleIds.natGateway(name),
      addresses: known([`198.51.100.${index}`]),
      prefixes: known([]),
    })),
    routeTables: [{ id: table, routes: routeSets[routes]?.routes ?? [], disableBgpRoutePropagation: null }],
  });
}
