import { describe, expect, it } from 'vitest';
import type { Service } from '../service.ts';
import { internal, internalNeu, readable } from './sample-answers.ts';
import { sampleRegion, sampleService } from './samples.ts';
import { type SupportInput, supportSummary } from './support-summary.ts';

const input = (service: Partial<Service> = {}, rest: Partial<SupportInput> = {}): SupportInput => ({
  service: sampleService(service),
  network: readable,
  subscriptionState: 'Enabled',
  networkVerdict: 'North Europe cannot reach two dependencies that it needs.',
  asOf: '2026-11-22T10:14:32.123Z',
  correlationIds: ['11111111-2222-4333-8444-555555555555'],
  link: 'https://ip.fabrikam.example/subscriptions/1/x',
  ...rest,
});

describe('supportSummary', () => {
  it('says in plain text what a case needs', () => {
    const text = supportSummary(
      input({ vnetMode: 'Internal', units: 3, regions: [internal, internalNeu] }),
      'plain',
    );
    for (const part of [
      'contoso\n',
      '/providers/Microsoft.ApiManagement/service/contoso',
      'Premium, 3 units',
      'Internal',
      'stv2',
      'Online (provisioning)',
      'Enabled',
      'North Europe cannot reach two dependencies that it needs.',
      '2026-11-22 10:14:32 UTC',
      '11111111-2222-4333-8444-555555555555',
      'West Europe (primary), 1 unit, zones not chosen',
      'Clients connect to (private VIP): 10.0.0.5',
      'Private back ends see (whole subnet range): 10.0.0.0/27 (weu)',
      'Azure manages through (public IP, port 3443): 203.0.113.7 (not for clients)',
      'subnets/weu',
      'https://ip.fabrikam.example/subscriptions/1/x',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('says of a v2 service what its VNet mode means there, and leaves out units that a region does not tell', () => {
    const region = sampleRegion({ units: null, publicIpAddressId: '/subscriptions/s/pip' });
    const text = supportSummary(
      input({ tier: 'StandardV2', vnetMode: 'External', regions: [region] }),
      'plain',
    );
    expect(text).toContain('External (integration)');
    expect(text).toContain('West Europe (primary)\n');
    expect(text).toContain('/subscriptions/s/pip');
  });

  it('promises nothing of a network that was not read, in Markdown too', () => {
    const { network: _, ...rest } = input({ vnetMode: 'External', regions: [internal] });
    expect(supportSummary(rest, 'markdown')).toMatch(
      /Private back ends see .*not known\. Subnet weu was not read/,
    );
  });

  it('says what was not read, and promises nothing for it', () => {
    const text = supportSummary(
      {
        service: sampleService({ vnetMode: 'External', regions: [internal] }),
        subscriptionState: null,
        networkVerdict: null,
        asOf: 'today',
        correlationIds: [],
        link: null,
      },
      'plain',
    );
    expect(text).toContain('Subscription state     not read');
    expect(text).toContain('Network                not checked');
    expect(text).toMatch(/Private back ends see .*not known\. Subnet weu was not read/);
  });

  it.each(['plain', 'markdown'] as const)('holds no tags and nothing else of people as %s', format => {
    const tags = { owner: 'admin@contoso.example', 'cost-centre': 'Adele' };
    const text = supportSummary(input({ tags }), format);
    expect(text).not.toMatch(/admin|contoso\.example|Adele|cost-centre/);
  });

  it('says of each region how it is built, and what is not reported', () => {
    const bare = sampleRegion({
      units: 2,
      zones: ['1', '2'],
      gatewayDisabled: true,
      primary: false,
      platformVersion: null,
      publicIPAddresses: [],
      natGatewayState: null,
    });
    const unsaid = { units: null, publicNetworkAccess: null };
    const text = supportSummary(input({ ...unsaid, regions: [bare] }), 'plain');
    expect(text).toContain('West Europe, 2 units, zones 1, 2, gateway off');
    expect(text).toMatch(/Tier +Premium\n/);
    expect(text).toMatch(/Platform +not reported/);
    expect(text).toMatch(/Public network access +not reported/);
    expect(text).toMatch(/Reported public IPs: not reported/);
    expect(text).toMatch(/Public IP resource: managed by Azure/);
    expect(text).toMatch(/NAT gateway: not reported/);
    expect(text).toMatch(/Subnet: none/);
    expect(supportSummary(input({ regions: [] }), 'plain')).toMatch(/Platform +not reported/);
  });

  it.each([
    ['Consumption', 'None', /shared, /],
    ['Premium', 'None', /none \(/],
    ['BasicV2', 'None', /reported, not dedicated; /],
    ['Developer', 'Sideways', /not known\. /],
  ])('has words for the addresses of %s with VNet mode %s', (tier, vnetMode, expected) => {
    const bare = tier === 'Consumption' ? { regions: [sampleRegion({ publicIPAddresses: [] })] } : {};
    const service = { tier, vnetMode, ...bare };
    expect(supportSummary(input(service), 'plain')).toMatch(expected);
    expect(supportSummary(input(service), 'markdown')).toMatch(/\| [^|]+ \| [^|]+ \|/);
  });

  it('cannot be broken out of by a name', () => {
    const name = 'a\n| x | y |\n# head [link](https://evil.example) <img src=x> @team';
    const service = { name, regions: [sampleRegion({ displayName: 'x\u2028y' })] };
    const markdown = supportSummary(input(service), 'markdown');
    expect(markdown.split('\n')[0]).toBe(
      '### a \\| x \\| y \\| \\# head \\[link\\]\\(https://evil.example\\) \\<img src=x\\> \\@team',
    );
    expect(markdown).not.toMatch(/(?<!\\)[<[]|\u2028/);
    expect(supportSummary(input(service), 'plain').split('\n')[0]).toBe(
      'a | x | y | # head [link](https://evil.example) <img src=x> @team',
    );
  });

  it('escapes a backslash, which would undo the escape after it', () => {
    const markdown = supportSummary(input({ name: 'a\\|b' }), 'markdown');
    expect(markdown.split('\n')[0]).toBe('### a\\\\\\|b');
  });

  it('is Markdown whose tables have two columns throughout', () => {
    const text = supportSummary(input({ vnetMode: 'Internal', regions: [internal] }), 'markdown');
    for (const line of text.split('\n').filter(row => row.startsWith('|'))) {
      expect(line.replace(/\\./g, '').split('|').length).toBe(4);
    }
  });
});

const wholePlain = `contoso
Id                     ${sampleService().id}
Tier                   Premium, 1 unit
VNet mode              Internal
Status                 Online (provisioning)
Public network access  Enabled
Subscription state     Enabled
Platform               stv2
Network                not checked
As of                  2026-11-22 10:14:32 UTC
Correlation ids        1, 2

West Europe (primary), 1 unit, zones not chosen
  Clients connect to (private VIP): 10.0.0.5
  Internet back ends see (outbound IP): 203.0.113.7 (the public IP)
  Private back ends see (whole subnet range): 10.0.0.0/27 (weu)
  Azure manages through (public IP, port 3443): 203.0.113.7 (not for clients)
  Reported public IPs: 203.0.113.7
  Reported private VIPs: 10.0.0.5
  Reported outbound IPs: 203.0.113.7
  Subnet: ${internal.subnetId}
  Public IP resource: managed by Azure
  NAT gateway: Disabled
`;

const wholeMarkdown = `### contoso

| | |
| --- | --- |
| Id | ${sampleService().id} |
| Tier | Premium, 1 unit |
| VNet mode | Internal |
| Status | Online \\(provisioning\\) |
| Public network access | Enabled |
| Subscription state | Enabled |
| Platform | stv2 |
| Network | not checked |
| As of | 2026-11-22 10:14:32 UTC |
| Correlation ids | 1, 2 |

#### West Europe \\(primary\\), 1 unit, zones not chosen

| | |
| --- | --- |
| Clients connect to (private VIP) | 10.0.0.5 |
| Internet back ends see (outbound IP) | 203.0.113.7 \\(the public IP\\) |
| Private back ends see (whole subnet range) | 10.0.0.0/27 \\(weu\\) |
| Azure manages through (public IP, port 3443) | 203.0.113.7 \\(not for clients\\) |
| Reported public IPs | 203.0.113.7 |
| Reported private VIPs | 10.0.0.5 |
| Reported outbound IPs | 203.0.113.7 |
| Subnet | ${internal.subnetId} |
| Public IP resource | managed by Azure |
| NAT gateway | Disabled |
`;

it.each([
  ['plain', wholePlain],
  ['markdown', wholeMarkdown],
] as const)('as %s is this text', (format, whole) => {
  const service = { vnetMode: 'Internal', units: 1, regions: [internal] };
  const rest = { correlationIds: ['1', '2', '1'], networkVerdict: null, link: null };
  expect(supportSummary(input(service, rest), format)).toBe(whole);
});
