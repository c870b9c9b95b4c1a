import type { Change } from './change.ts';
import { sameFacts } from './difference.ts';
import type { RegionFacts, ServiceFacts } from './facts.ts';
import type { Observation } from './observation.ts';
import { isoOf } from './time.ts';

/** Made-up data for the tests of the timeline. */
export const service =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/contoso-api';

const network =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-net/providers/Microsoft.Network';
export const subnetA = `${network}/virtualNetworks/vnet/subnets/a`;
export const subnetB = `${network}/virtualNetworks/vnet/subnets/b`;
export const publicIpA = `${network}/publicIPAddresses/pip-a`;
export const publicIpB = `${network}/publicIPAddresses/pip-b`;

export function regionFacts(changes: Partial<RegionFacts> = {}): RegionFacts {
  return {
    primary: true,
    publicIPAddresses: ['203.0.113.7'],
    privateIPAddresses: ['10.20.1.5'],
    outboundPublicIPAddresses: ['203.0.113.7'],
    subnetId: subnetA,
    publicIpAddressId: publicIpA,
    natGatewayState: 'Disabled',
    zones: null,
    platformVersion: 'stv2',
    gatewayDisabled: false,
    ...changes,
  };
}

export function facts(changes: Partial<ServiceFacts> = {}, region: Partial<RegionFacts> = {}): ServiceFacts {
  return {
    createdAt: '2024-01-10T08:00:00.123Z',
    tier: 'Premium',
    vnetMode: 'Internal',
    subscriptionState: 'Enabled',
    publicNetworkAccess: 'Enabled',
    regions: { westeurope: regionFacts(region) },
    ...changes,
  };
}

/** Minutes since the start of 2026 as an ISO time. */
export function minute(count: number): string {
  return isoOf(Date.UTC(2026, 0) + count * 60_000);
}

export function observation(
  from: number,
  to: number,
  what: ServiceFacts = facts(),
  more: Partial<Observation> = {},
): Observation {
  return { service, at: minute(from), until: minute(to), source: 'arm', facts: what, ...more };
}

export function change(at: number, more: Partial<Change> = {}): Change {
  return {
    id: `change-${at}`,
    service,
    at: minute(at),
    notBefore: null,
    source: 'change-history',
    causes: [],
    differences: [],
    correlationId: null,
    changedBy: null,
    changedByType: null,
    operation: null,
    status: null,
    truncated: false,
    ...more,
  };
}

export function operation(from: number, to: number, more: Partial<Change> = {}): Change {
  return change(to, {
    id: `operation-${from}-${to}`,
    notBefore: minute(from),
    source: 'activity-log',
    correlationId: `correlation-${from}-${to}`,
    changedBy: 'admin@contoso.example',
    operation: 'Microsoft.ApiManagement/service/write',
    status: 'succeeded',
    ...more,
  });
}

/** What one observer writes down who looks at given minutes: a new observation only where the facts differ from the last. */
export function recorded(
  sights: readonly { readonly at: number; readonly facts: ServiceFacts }[],
  more: Partial<Observation> = {},
): Observation[] {
  const written: Observation[] = [];
  for (const sight of sights) {
    const last = written.at(-1);
    if (last && sameFacts(last.facts, sight.facts))
      written[written.length - 1] = { ...last, until: minute(sight.at) };
    else written.push(observation(sight.at, sight.at, sight.facts, more));
  }
  return written;
}
