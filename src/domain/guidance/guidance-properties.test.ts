import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseRange } from '../address.ts';
import { type Fact, factById, readActions } from '../network-facts.ts';
import { addressKind } from '../tier.ts';
import { isServiceTag } from './azure-cloud-tag.ts';
import type { Entry } from './contract.ts';
import { type GuidanceInput, guidanceFor } from './guidance.ts';
import { parseHostName } from './host-name.ts';
import { isPublicRange } from './public-space.ts';
import { arbitraryInput } from './sample-arbitraries.ts';
import { situationOf } from './situation.ts';

vi.setConfig({ testTimeout: 60_000 });

const runs = { numRuns: 5000 };

/** Checks a promise about every entry of any guidance. */
function everyEntry(check: (entry: Entry, input: GuidanceInput) => boolean): void {
  fc.assert(
    fc.property(arbitraryInput, input => guidanceFor(input).entries.every(entry => check(entry, input))),
    runs,
  );
}

const subnetOf = ({ service, network }: GuidanceInput, entry: Entry) => {
  const region = service.regions.find(({ name }) => name === entry.region);
  const fact = region?.subnetId ? factById(network.subnets, region.subnetId, readActions.subnets) : undefined;
  return { region, subnet: readValue(fact) };
};
const readValue = <T>(fact: Fact<T> | undefined) => (fact?.state === 'known' ? fact.value : undefined);

describe('guidance, whatever Azure answers', () => {
  it('gives private back ends ranges of the region’s subnet alone, never the private VIP', () =>
    everyEntry((entry, input) => {
      if (entry.purpose !== 'private-back-ends') return true;
      const { region, subnet } = subnetOf(input, entry);
      const ranges = subnet?.addressPrefixes.map(text => parseRange(text)?.cidr) ?? [];
      const vips = region?.privateIPAddresses.map(text => parseRange(text)?.cidr) ?? [];
      return ranges.includes(entry.value) && !parseRange(entry.value)?.single && !vips.includes(entry.value);
    }));

  it('never gives a shared tier a public address', () =>
    everyEntry((entry, { service }) => {
      if (addressKind(service.tier) !== 'shared' || entry.kind !== 'cidr') return true;
      const fromSubnet =
        entry.purpose === 'private-back-ends' && service.vnetMode.toLowerCase() === 'external';
      const inside = situationOf(service) === 'v2-injection' && entry.from === 'privateIPAddresses';
      return fromSubnet || inside || entry.from === 'privateEndpoint.networkInterface';
    }));

  it('never names the ApiManagement tag for what the service sends', () =>
    everyEntry(({ purpose, value }) => !/apimanagement/i.test(value) || purpose === 'management'));

  it('never prints a rule for internet back ends behind a default route that leads elsewhere, or that could not be read', () =>
    everyEntry((entry, input) => {
      if (entry.purpose !== 'internet-back-ends') return true;
      const { region, subnet } = subnetOf(input, entry);
      if (!region?.subnetId) return true;
      if (!subnet) return false;
      if (!subnet.routeTableId) return true;
      const table = readValue(
        factById(input.network.routeTables, subnet.routeTableId, readActions.routeTables),
      );
      const elsewhere = /^(VirtualAppliance|VirtualNetworkGateway|None)$/;
      const has = (prefix: string, hop: RegExp) =>
        table?.routes.some(route => route.addressPrefix === prefix && hop.test(route.nextHopType)) === true;
      const undone =
        has('0.0.0.0/1', /^(Internet|VnetLocal)$/) && has('128.0.0.0/1', /^(Internet|VnetLocal)$/);
      const twice = table?.routes.filter(route => route.addressPrefix === '0.0.0.0/0').length !== 1;
      return table !== undefined && (twice || undone || !has('0.0.0.0/0', elsewhere));
    }));

  it('has no entry of a region whose gateway is off', () =>
    everyEntry((entry, { service }) => {
      const region = service.regions.find(({ name }) => name === entry.region);
      return entry.region === undefined || region?.gatewayDisabled === false;
    }));

  it('has values that parse: canonical ranges, service tags, host names', () =>
    everyEntry(({ kind, value, prefixes = [], name }) => {
      const canonical = (text: string) => parseRange(text)?.cidr === text;
      const named = name === undefined || parseHostName(name) === name;
      if (kind === 'cidr') return canonical(value) && named;
      return kind === 'serviceTag'
        ? isServiceTag(value) && prefixes.every(canonical)
        : parseHostName(value) === value;
    }));

  it('has no source address for internet back ends that lies outside the internet', () =>
    everyEntry(({ purpose, kind, value }) => {
      const range = kind === 'cidr' && purpose === 'internet-back-ends' ? parseRange(value) : undefined;
      return range === undefined || isPublicRange(range);
    }));

  it('prints nothing for a combination that is not documented', () =>
    everyEntry((_, { service }) => situationOf(service) !== 'undocumented'));

  it('answers or says that it cannot, for clients and internet back ends of every open region', () => {
    fc.assert(
      fc.property(arbitraryInput, input => {
        const { entries, unknown, warnings } = guidanceFor(input);
        const open = input.service.regions.filter(region => !region.gatewayDisabled);
        return open.every(({ name }) =>
          (['clients', 'internet-back-ends'] as const).every(purpose => {
            const here = [...entries, ...unknown].some(
              item => item.purpose === purpose && (item.region === undefined || item.region === name),
            );
            return here || warnings.some(({ code }) => code === 'no-approved-private-endpoint');
          }),
        );
      }),
      runs,
    );
  });

  it('does not depend on the order of anything, nor on repetition', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.boolean(), (input, twice) => {
        expect(guidanceFor(turned(input, twice))).toEqual(guidanceFor(input));
      }),
      runs,
    );
  });

  it('lists nothing twice', () => {
    fc.assert(
      fc.property(arbitraryInput, input => {
        const { entries, warnings, unknown } = guidanceFor(input);
        const keys = entries.map(({ purpose, region, kind, value, ports, name, from }) =>
          JSON.stringify([purpose, region, kind, value, ports, name, from]),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const notices of [warnings, unknown]) {
          expect(new Set(notices.map(notice => JSON.stringify(notice))).size).toBe(notices.length);
        }
      }),
      runs,
    );
  });
});

/** The same input with every list reversed, and with addresses given twice where asked. */
function turned({ service, network, ...rest }: GuidanceInput, twice: boolean): GuidanceInput {
  const turn = <T>(list: readonly T[]): readonly T[] => (twice ? [...list, ...list] : [...list].reverse());
  return {
    ...rest,
    service: {
      ...service,
      hostNames: turn(service.hostNames),
      privateEndpoints: turn(service.privateEndpoints),
      regions: [...service.regions].reverse().map(region => ({
        ...region,
        publicIPAddresses: turn(region.publicIPAddresses),
        privateIPAddresses: turn(region.privateIPAddresses),
        outboundPublicIPAddresses: turn(region.outboundPublicIPAddresses),
      })),
    },
    network: {
      ...network,
      subnets: mapKnown(network.subnets, subnet => ({
        ...subnet,
        addressPrefixes: twice ? subnet.addressPrefixes : turn(subnet.addressPrefixes),
        serviceEndpoints: turn(subnet.serviceEndpoints),
        delegations: twice ? subnet.delegations : turn(subnet.delegations),
      })),
      routeTables: mapKnown(network.routeTables, table => ({ ...table, routes: turn(table.routes) })),
    },
  };
}

function mapKnown<T>(
  facts: Readonly<Record<string, Fact<T>>>,
  change: (value: T) => T,
): Readonly<Record<string, Fact<T>>> {
  return Object.fromEntries(
    Object.entries(facts)
      .map(([id, fact]): [string, Fact<T>] => [
        id,
        fact.state === 'known' ? { ...fact, value: change(fact.value) } : fact,
      ])
      .reverse(),
  );
}
