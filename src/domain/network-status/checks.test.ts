import { describe, expect, it } from 'vitest';
import { sampleRegion } from '../fleet/testing/sample-fleet.ts';
import { networkChecks } from './check.ts';
import { connectivityState } from './connectivity.ts';
import { dependenciesAsCsv, dependenciesAsText, dependencyLines } from './dependency-list.ts';
import { kindWords } from './kind-words.ts';
import { checkPorts, dependencyName, portsOfHosts } from './ports.ts';
import { sampleCheck, sampleNow, sampleRegionStatus } from './samples.ts';
import { oldText, sinceText } from './time-words.ts';
import { whatToCheck } from './what-to-check.ts';

describe('connectivityState', () => {
  it.each([
    ['success', 'success'],
    ['Success', 'success'],
    ['FAILURE', 'failure'],
    ['Initializing', 'initializing'],
    ['Degraded', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
  ])('reads %s as %s', (word, state) => expect(connectivityState(word)).toBe(state));
});

describe('networkChecks', () => {
  it('stand in their fixed groups, what Azure itself cannot reach first', () => {
    const checks = [
      sampleCheck({ name: 'fine' }),
      sampleCheck({ name: 'optional', status: 'failure', isOptional: true }),
      sampleCheck({ name: 'odd', status: 'unknown' }),
      sampleCheck({ name: 'starting', status: 'initializing' }),
      sampleCheck({ name: 'required', status: 'failure' }),
      sampleCheck({
        name: 'in',
        status: 'failure',
        resourceType: 'ApiManagement Control Plane - inbound',
      }),
    ];
    const names = networkChecks([sampleRegionStatus('East US', checks)], sampleNow).map(
      check => check.connectivity.name,
    );
    expect(names).toEqual(['in', 'required', 'starting', 'optional', 'odd', 'fine']);
  });
});

describe('kindWords', () => {
  it.each([
    ['SQLDatabase', 'Azure SQL'],
    ['sqldatabase', 'Azure SQL'],
    ['QuantumStore', 'QuantumStore'],
    ['constructor', 'constructor'],
    [null, 'Not reported'],
  ])('calls %s %s', (type, words) => expect(kindWords(type)).toBe(words));
});

const listed = portsOfHosts([
  {
    category: 'Azure SMTP',
    endpoints: [{ domainName: 'SMTPI-neu.msn.com', ports: [{ port: 25028, region: null }] }],
  },
]);

describe('checkPorts', () => {
  it.each([
    ['https://c.management.azure-api.net:3443/servicestatus', 'x', [3443]],
    ['https://login.windows.net', 'AzureActiveDirectory', [443]],
    ['http://crl.example/a', null, [80]],
    ['smtpi-neu.msn.com', 'Email', [25028]],
    ['a.database.windows.net', 'SQLDatabase', [1433]],
    ['a.file.core.windows.net', 'FileStorage', []],
    ['Scm', 'SourceControl', []],
    ['https://', null, []],
  ])('of %s (%s) are %j', (name, resourceType, ports) =>
    expect(checkPorts(sampleCheck({ name, resourceType }), listed)).toEqual(ports),
  );

  it('names the host of a URL, and any other name as it is', () => {
    expect(dependencyName(sampleCheck({ name: 'https://a.vault.azure.net/x' }))).toBe('a.vault.azure.net');
    expect(dependencyName(sampleCheck({ name: 'Scm' }))).toBe('Scm');
  });
});

describe('whatToCheck', () => {
  const subnetId =
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/snet-a';
  const service = { tier: 'Premium', vnetMode: 'Internal', regions: [sampleRegion({ subnetId })] };
  const advise = (
    part: Parameters<typeof sampleCheck>[0],
    of: Partial<typeof service> = {},
    location = 'West Europe',
  ) => {
    const [check] = networkChecks(
      [sampleRegionStatus(location, [sampleCheck({ status: 'failure', ...part })])],
      sampleNow,
    );
    return check && whatToCheck({ ...service, ...of }, check, checkPorts(check.connectivity, listed));
  };

  it.each([
    [{ resourceType: 'SQLDatabase', name: 'a.database.windows.net' }, 'Allow Sql on 1433 from snet-a'],
    [{ resourceType: 'BlobStorage' }, 'Allow Storage on 443 from snet-a'],
    [{ resourceType: 'Metrics', name: 'https://m:1886/x' }, 'Allow AzureMonitor on 1886 from snet-a'],
    [{ resourceType: 'Metrics', name: 'm' }, 'Allow AzureMonitor on 1886 and 443 from snet-a'],
    [
      { resourceType: 'ApiManagement Control Plane - inbound', name: 'https://c:3443/' },
      'Allow ApiManagement on 3443 into snet-a',
    ],
    [{ resourceType: 'AzureKeyVault', name: 'https://v:8443' }, null],
    [{ resourceType: 'Email', name: 'smtpi-neu.msn.com' }, null],
    [{ resourceType: 'constructor' }, null],
    [{ status: 'success' }, null],
    [{ status: 'initializing' }, null],
  ] as const)('for %j is %s', (part, words) => expect(advise(part)).toBe(words));

  it.each([
    [{ tier: 'PremiumV2' }],
    [{ tier: 'Consumption' }],
    [{ vnetMode: 'None' }],
    [{ vnetMode: 'Sideways' }],
  ])('is nothing for %j: the documented rules are not for it', of => expect(advise({}, of)).toBeNull());

  it('names no subnet that is not known', () =>
    expect(advise({}, {}, 'East US')).toBe('Allow Storage on 443 from the subnet'));
});

describe('times', () => {
  it.each([
    ['2026-11-22T10:02:00Z', 'today, 10:02'],
    ['2026-11-19T22:47:00.1234567Z', '19 Nov, 22:47'],
    ['2025-06-02T09:31:00Z', '2 Jun 2025, 09:31'],
    ['soon', 'soon'],
  ])('%s reads %s', (at, words) => expect(sinceText(at, sampleNow)).toBe(words));

  it.each([
    [-5_000, 'less than a minute old'],
    [60_000, '1 minute old'],
    [12 * 60_000, '12 minutes old'],
    [5 * 3_600_000, '5 hours old'],
    [72 * 3_600_000, '3 days old'],
  ])('%i ms is %s', (age, words) => expect(oldText(age)).toBe(words));
});

describe('the list of dependencies', () => {
  const ports = (...all: number[]) => all.map(port => ({ port, region: 'westeurope' }));
  const lines = dependencyLines([
    {
      category: 'Azure Event Hub',
      endpoints: [
        { domainName: 'a.servicebus.windows.net', ports: ports(443, 5671) },
        { domainName: 'A.servicebus.windows.net', ports: [{ port: 443, region: 'Global' }] },
        { domainName: 'b.example', ports: [] },
      ],
    },
    { category: '=cmd', endpoints: [{ domainName: 'a.servicebus.windows.net', ports: ports(443) }] },
  ]);

  it('is a line for each host and port, each once', () =>
    expect(dependenciesAsText(lines)).toBe(
      'a.servicebus.windows.net:443\na.servicebus.windows.net:5671\nb.example\n',
    ));

  it('is a table for a spreadsheet, in which no cell is a formula', () =>
    expect(dependenciesAsCsv(lines).split('\r\n')).toEqual([
      'category,host,port,regions',
      'Azure Event Hub,a.servicebus.windows.net,443,West Europe; Global',
      'Azure Event Hub,a.servicebus.windows.net,5671,West Europe',
      'Azure Event Hub,b.example,,',
      "'=cmd,a.servicebus.windows.net,443,West Europe",
      '',
    ]));
});
