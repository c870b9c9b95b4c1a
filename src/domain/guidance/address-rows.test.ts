import { describe, expect, it } from 'vitest';
import { known, noNetworkFacts, unread } from '../network-facts.ts';
import { addressRoles, type RoleCell } from './address-roles.ts';
import { roleExplanations } from './role-explanations.ts';
import { roleHeads } from './role-words.ts';
import { internal, neu, readable, weu } from './sample-answers.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleService, sampleSubnet } from './samples.ts';

/** A cell as it is told: its kind, its values, what stands beside them. */
function told(cell: RoleCell): string {
  if (cell.kind === 'unknown')
    return `unknown: ${cell.code}${cell.reported.length > 0 ? `, though ${cell.reported.join()} is reported` : ''}${cell.pending ? ', not asked yet' : ''}`;
  const values = 'values' in cell ? ` ${cell.values.join()}` : '';
  return `${cell.kind}${values} (${cell.note})`;
}

/** One row a region: what clients connect to, what back ends on the internet and private ones see, what Azure manages through. */
function rowsOf(service: Parameters<typeof sampleService>[0], network = noNetworkFacts) {
  return addressRoles(sampleService(service), network).map(row => [
    told(row.clients),
    told(row.internetBackEnds),
    told(row.privateBackEnds),
    told(row.management),
    ...row.warnings.map(({ code }) => `! ${code}`),
  ]);
}

const bare = sampleRegion({ publicIPAddresses: [] });
const natId = sampleIds.natGateway('nat');
const tableId = sampleIds.routeTable('rt');
const delegated = sampleNetwork({
  subnets: [sampleSubnet('weu', { delegations: ['Microsoft.Web/serverFarms'] })],
});

describe('the whole row of a region of', () => {
  it.each<[string, Parameters<typeof rowsOf>, readonly (readonly string[])[]]>([
    [
      'a classic service without a VNet',
      [{}],
      [
        [
          'addresses 203.0.113.7 (public IP)',
          'addresses 203.0.113.7 (the public IP)',
          'none (no VNet)',
          'none (no VNet, no rule needed)',
        ],
      ],
    ],
    [
      'one whose outbound addresses are other ones',
      [{ regions: [sampleRegion({ outboundPublicIPAddresses: ['198.51.100.4', '203.0.113.7'] })] }],
      [
        [
          'addresses 203.0.113.7 (public IP)',
          'addresses 198.51.100.4,203.0.113.7 (outbound IP)',
          'none (no VNet)',
          'none (no VNet, no rule needed)',
        ],
      ],
    ],
    [
      'one whose outbound addresses are the public ones in another order',
      [
        {
          regions: [
            sampleRegion({
              publicIPAddresses: ['203.0.113.9', '203.0.113.7'],
              outboundPublicIPAddresses: ['203.0.113.7', '203.0.113.9'],
            }),
          ],
        },
      ],
      [
        [
          'addresses 203.0.113.7,203.0.113.9 (public IP)',
          'addresses 203.0.113.7,203.0.113.9 (the public IP)',
          'none (no VNet)',
          'none (no VNet, no rule needed)',
        ],
      ],
    ],
    [
      'one without any address',
      [{ regions: [bare] }],
      [
        [
          'unknown: address-not-reported',
          'unknown: address-not-reported',
          'none (no VNet)',
          'none (no VNet, no rule needed)',
        ],
      ],
    ],
    [
      'External mode, one of two with its gateway off',
      [{ vnetMode: 'External', regions: [weu, { ...neu, gatewayDisabled: true }] }, readable],
      [
        [
          'addresses 203.0.113.7 (public IP)',
          'addresses 203.0.113.7 (the public IP)',
          'addresses 10.0.0.0/27 (weu)',
          'addresses 203.0.113.7 (port 3443)',
        ],
        [
          'none (gateway off)',
          'none (gateway off)',
          'none (gateway off)',
          'addresses 203.0.113.9 (port 3443)',
          '! gateway-off',
        ],
      ],
    ],
    [
      'External mode, of which the subnet was not asked for yet',
      [{ vnetMode: 'External', regions: [weu] }],
      [
        [
          'addresses 203.0.113.7 (public IP)',
          'unknown: subnet-not-readable, though 203.0.113.7 is reported, not asked yet',
          'unknown: subnet-not-readable, not asked yet',
          'addresses 203.0.113.7 (port 3443)',
        ],
      ],
    ],
    [
      'External mode, of which Azure reports no subnet',
      [{ vnetMode: 'External' }],
      [
        [
          'addresses 203.0.113.7 (public IP)',
          'unknown: subnet-not-reported, though 203.0.113.7 is reported',
          'unknown: subnet-not-reported',
          'addresses 203.0.113.7 (port 3443)',
        ],
      ],
    ],
    [
      'Internal mode behind a NAT gateway, with a value in its subnet that is none',
      [
        { vnetMode: 'Internal', regions: [internal] },
        sampleNetwork({
          subnets: [sampleSubnet('weu', { natGatewayId: natId, addressPrefixes: ['10.0.0.0/27', 'none'] })],
          natGateways: [{ id: natId, addresses: known(['203.0.113.7']), prefixes: known([]) }],
        }),
      ],
      [
        [
          'addresses 10.0.0.5 (private VIP)',
          'addresses 203.0.113.7 (NAT gateway)',
          'addresses 10.0.0.0/27 (weu)',
          'addresses 203.0.113.7 (not for clients)',
          '! value-not-readable',
        ],
      ],
    ],
    [
      'Internal mode without a private VIP, and with a route table that could not be read',
      [
        { vnetMode: 'Internal', regions: [weu] },
        {
          ...sampleNetwork({ subnets: [sampleSubnet('weu', { routeTableId: tableId })] }),
          routeTables: { [tableId.toLowerCase()]: unread('failed') },
        },
      ],
      [
        [
          'unknown: private-vip-not-reported, though 203.0.113.7 is reported',
          'unknown: egress-routed, though 203.0.113.7 is reported',
          'addresses 10.0.0.0/27 (weu)',
          'addresses 203.0.113.7 (not for clients)',
          '! subnet-route-table',
        ],
      ],
    ],
    [
      'a shared tier with an address and without',
      [{ tier: 'Consumption', regions: [sampleRegion(), { ...bare, name: 'francecentral' }] }],
      [
        [
          'reported-not-dedicated 203.0.113.7 (use the host name)',
          'reported-not-dedicated 203.0.113.7 (no dedicated IP; AzureCloud.westeurope)',
          'none (no VNet)',
          'none (no rule documented)',
        ],
        [
          'host-names contoso.azure-api.net (no address promised)',
          'shared (no dedicated IP; AzureCloud.centralfrance)',
          'none (no VNet)',
          'none (no rule documented)',
        ],
      ],
    ],
    [
      'a v2 service with outbound integration',
      [
        {
          tier: 'StandardV2',
          vnetMode: 'External',
          regions: [{ ...weu, publicIPAddresses: [], outboundPublicIPAddresses: ['198.51.100.4'] }],
        },
        delegated,
      ],
      [
        [
          'host-names contoso.azure-api.net (no address promised)',
          'unknown: integration-egress, though 198.51.100.4 is reported',
          'addresses 10.0.0.0/27 (weu)',
          'none (no rule documented)',
        ],
      ],
    ],
    [
      'a v2 service in a network',
      [{ tier: 'PremiumV2', vnetMode: 'Internal', regions: [internal, neu] }, readable],
      [
        [
          'addresses 10.0.0.5 (private; use the host name)',
          'unknown: injection-egress, though 203.0.113.7 is reported',
          'unknown: injection-egress',
          'none (no rule documented)',
        ],
        [
          'host-names contoso.azure-api.net (no address promised)',
          'unknown: injection-egress, though 203.0.113.9 is reported',
          'unknown: injection-egress',
          'none (no rule documented)',
        ],
      ],
    ],
    [
      'a tier that nobody documented',
      [{ tier: 'Isolated', regions: [internal] }],
      [
        [
          'unknown: unknown-combination, though 203.0.113.7,10.0.0.5 is reported',
          'unknown: unknown-combination, though 203.0.113.7 is reported',
          'unknown: unknown-combination',
          'unknown: unknown-combination, though 203.0.113.7 is reported',
        ],
      ],
    ],
    [
      'a service with a subnet and no VNet mode',
      [{ regions: [weu] }],
      [
        [
          'unknown: unknown-combination, though 203.0.113.7 is reported',
          'unknown: unknown-combination, though 203.0.113.7 is reported',
          'unknown: unknown-combination',
          'none (no VNet, no rule needed)',
        ],
      ],
    ],
    [
      'one with public access off and an endpoint that was not asked for yet',
      [
        {
          publicNetworkAccess: 'Disabled',
          privateEndpoints: [
            { name: 'pe', privateEndpointId: sampleIds.privateEndpoint('pe'), status: 'Approved' },
          ],
        },
      ],
      [
        [
          'unknown: private-endpoint-not-readable, not asked yet',
          'addresses 203.0.113.7 (the public IP)',
          'none (no VNet)',
          'none (no VNet, no rule needed)',
        ],
      ],
    ],
  ])('%s', (_, service, rows) => expect(rowsOf(...service)).toEqual(rows));
});

describe('the words of the matrix', () => {
  it.each([
    [
      'Premium',
      'None',
      ['public IP', 'outbound IP', 'no VNet', 'no rule needed'],
      ['Public IP', 'Outbound IP'],
    ],
    [
      'Premium',
      'External',
      ['public IP', 'outbound IP', 'whole subnet range', 'public IP, port 3443'],
      ['Public IP', 'Outbound IP', 'Subnet range'],
    ],
    [
      'Developer',
      'Internal',
      ['private VIP', 'outbound IP', 'whole subnet range', 'public IP, port 3443'],
      ['Private VIP', 'Outbound IP', 'Subnet range', 'Public IP'],
    ],
    [
      'Consumption',
      'None',
      ['host name', 'shared ranges', 'no VNet', 'no rule needed'],
      ['Host name', 'Shared ranges'],
    ],
    [
      'StandardV2',
      'External',
      ['host name', 'not documented', 'whole subnet range', 'no rule needed'],
      ['Host name', 'Subnet range', 'Internet egress'],
    ],
    [
      'PremiumV2',
      'Internal',
      ['host name', 'your own routes', 'your own routes', 'no rule needed'],
      ['Host name', 'Egress'],
    ],
    [
      'Isolated',
      'None',
      ['not documented', 'not documented', 'not documented', 'no rule needed'],
      ['Not documented'],
    ],
  ])('for %s with %s are %j, explained as %j', (tier, vnetMode, terms, explained) => {
    const heads = roleHeads({ tier, vnetMode, publicNetworkAccess: null });
    expect(Object.values(heads)).toEqual(
      ['Clients connect to', 'Internet back ends see', 'Private back ends see', 'Azure manages through'].map(
        (title, index) => ({ title, term: terms[index] }),
      ),
    );
    expect(roleExplanations({ tier, vnetMode }).map(({ term }) => term)).toEqual(explained);
  });
});
