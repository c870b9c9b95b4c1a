import { regionName } from '../../../../src/domain/region.ts';
import { guidOf } from '../guid.ts';
import type { Json } from '../json.ts';
import type { Region, SandboxService } from '../model.ts';
import { regionCode } from './region-code.ts';

/** Something that a service inside a network must reach, or must be reached from. */
export type Dependency = {
  /** Host, URL or label, as `networkstatus` names it. */
  readonly name: string;
  readonly resourceType: string;
  readonly optional: boolean;
  /** As `outboundNetworkDependenciesEndpoints` groups them; absent for what is not outbound. */
  readonly category?: string;
  readonly host?: string;
  readonly ports?: readonly number[];
  /** `Global` where the host is the same in every region. */
  readonly global?: boolean;
};

/** The checks of one region, in the kinds of the published example (azure-facts 3). */
export function dependenciesOf(service: SandboxService, region: Region): readonly Dependency[] {
  const code = regionCode(region.location);
  const account = `apim${code}${guidOf(`${service.name} ${region.location}`).slice(0, 3)}`;
  const storage = (kind: string, resourceType: string, optional: boolean, port = 443): Dependency => {
    const host = `${account}.${kind}.core.windows.net`;
    return { name: host, resourceType, optional, category: 'Azure Storage', host, ports: [port] };
  };
  const sql = `${account}.database.windows.net`;
  const vault = `apikv-${account}.vault.azure.net`;
  const metrics = `${code}.prod.microsoftmetrics.com`;
  const mail = `smtpi-${code}.msn.com`;
  const monitoring = 'gcs.prod.monitoring.core.windows.net';
  return [
    {
      name: `https://${service.name}.management.azure-api.net:3443/servicestatus?api-version=2018-01-01`,
      resourceType: 'ApiManagement Control Plane - inbound',
      optional: false,
    },
    {
      name: sql,
      resourceType: 'SQLDatabase',
      optional: false,
      category: 'Azure SQL',
      host: sql,
      ports: [1433],
    },
    storage('blob', 'BlobStorage', false),
    storage('table', 'TableStorage', false),
    storage('queue', 'Queue', true),
    storage('file', 'FileStorage', true, 445),
    {
      name: monitoring,
      resourceType: 'Monitoring',
      optional: false,
      category: 'Azure Monitor',
      host: monitoring,
      ports: [443],
      global: true,
    },
    {
      name: `https://${metrics}:1886/RecoveryService`,
      resourceType: 'Metrics',
      optional: true,
      category: 'Azure Monitor',
      host: metrics,
      ports: [1886],
      global: true,
    },
    {
      name: `https://${vault}`,
      resourceType: 'AzureKeyVault',
      optional: false,
      category: 'Azure Key Vault',
      host: vault,
      ports: [443],
    },
    {
      name: 'https://login.windows.net',
      resourceType: 'AzureActiveDirectory',
      optional: true,
      category: 'Azure Active Directory',
      host: 'login.windows.net',
      ports: [443],
      global: true,
    },
    { name: mail, resourceType: 'Email', optional: true, category: 'Azure SMTP', host: mail, ports: [25028] },
    { name: 'Scm', resourceType: 'SourceControl', optional: true },
  ];
}

/** `outboundNetworkDependenciesEndpoints`: host names by category, no addresses (azure-facts 3). */
export function outboundDependenciesWire(service: SandboxService): Json {
  const categories = new Map<string, Map<string, Json>>();
  for (const region of service.regions)
    for (const { category, host, ports = [], global } of dependenciesOf(service, region)) {
      if (!category || !host) continue;
      const endpoints = categories.get(category) ?? new Map<string, Json>();
      const place = global ? 'Global' : region.location;
      endpoints.set(host, {
        domainName: host,
        endpointDetails: ports.map(port => ({ port, region: place })),
      });
      categories.set(category, endpoints);
    }
  const certificates = ['ocsp.msocsp.com', 'crl.microsoft.com', 'ocsp.digicert.com'].map(domainName => ({
    domainName,
    endpointDetails: [80, 443].map(port => ({ port, region: 'Global' })),
  }));
  return {
    value: [
      ...[...categories].map(([category, endpoints]) => ({ category, endpoints: [...endpoints.values()] })),
      { category: 'SSL Certificate Verification', endpoints: certificates },
    ],
    nextLink: null,
  };
}

/** The region as its short form, for callers that match what a path names. */
export function isIn(region: Region, location: string): boolean {
  return regionName(region.location) === regionName(location);
}
