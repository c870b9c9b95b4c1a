import type { Service } from '../service.ts';
import { type Situation, situationOf } from './situation.ts';

export type RoleHead = { readonly title: string; readonly term: string };
export type RoleHeads = {
  readonly clients: RoleHead;
  readonly internetBackEnds: RoleHead;
  readonly privateBackEnds: RoleHead;
  readonly management: RoleHead;
};

/** Column heads of the address matrix: the reader's words, and Azure's own term for this tier and mode below. */
export function roleHeads(service: Pick<Service, 'tier' | 'vnetMode' | 'publicNetworkAccess'>): RoleHeads {
  const situation = situationOf(service);
  const vnet = situation === 'classic-external' || situation === 'classic-internal';
  const endpointsOnly = service.publicNetworkAccess?.toLowerCase() === 'disabled';
  return {
    clients: {
      title: 'Clients connect to',
      term: endpointsOnly ? 'private endpoint' : clientTerms[situation],
    },
    internetBackEnds: { title: 'Internet back ends see', term: internetTerms[situation] },
    privateBackEnds: { title: 'Private back ends see', term: privateTerms[situation] },
    management: { title: 'Azure manages through', term: vnet ? 'public IP, port 3443' : 'no rule needed' },
  };
}

const clientTerms: Readonly<Record<Situation, string>> = {
  dedicated: 'public IP',
  'classic-external': 'public IP',
  'classic-internal': 'private VIP',
  shared: 'host name',
  'v2-integration': 'host name',
  'v2-injection': 'host name',
  undocumented: 'not documented',
};

const internetTerms: Readonly<Record<Situation, string>> = {
  dedicated: 'outbound IP',
  'classic-external': 'outbound IP',
  'classic-internal': 'outbound IP',
  shared: 'shared ranges',
  'v2-integration': 'not documented',
  'v2-injection': 'your own routes',
  undocumented: 'not documented',
};

const privateTerms: Readonly<Record<Situation, string>> = {
  dedicated: 'no VNet',
  'classic-external': 'whole subnet range',
  'classic-internal': 'whole subnet range',
  shared: 'no VNet',
  'v2-integration': 'whole subnet range',
  'v2-injection': 'your own routes',
  undocumented: 'not documented',
};
