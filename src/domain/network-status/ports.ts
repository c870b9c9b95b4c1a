import type { Connectivity, OutboundDependency } from './connectivity.ts';

type Documented = { readonly serviceTag: string; readonly ports: readonly number[] };

/**
 * What a network security group must allow for a kind of dependency, for services of the classic tiers in a VNet.
 * Source: learn.microsoft.com/azure/api-management/virtual-network-reference, required ports. Kinds that the article
 * does not tie to a service tag are left out, file storage among them.
 */
const documented: ReadonlyMap<string, Documented> = new Map(
  Object.entries<Documented>({
    blobstorage: { serviceTag: 'Storage', ports: [443] },
    tablestorage: { serviceTag: 'Storage', ports: [443] },
    queue: { serviceTag: 'Storage', ports: [443] },
    sqldatabase: { serviceTag: 'Sql', ports: [1433] },
    azurekeyvault: { serviceTag: 'AzureKeyVault', ports: [443] },
    monitoring: { serviceTag: 'AzureMonitor', ports: [1886, 443] },
    metrics: { serviceTag: 'AzureMonitor', ports: [1886, 443] },
    azureactivedirectory: { serviceTag: 'AzureActiveDirectory', ports: [443] },
    'apimanagement control plane - inbound': { serviceTag: 'ApiManagement', ports: [3443] },
  }),
);

export function documentedRule(resourceType: string | null): Documented | undefined {
  return documented.get((resourceType ?? '').toLowerCase());
}

/** The ports of hosts as Azure lists what the service depends on, by host in lower case. */
export type PortsOfHosts = ReadonlyMap<string, readonly number[]>;

export function portsOfHosts(dependencies: readonly OutboundDependency[]): PortsOfHosts {
  const found = new Map<string, Set<number>>();
  for (const { domainName, ports } of dependencies.flatMap(one => one.endpoints)) {
    const key = domainName.toLowerCase();
    const own = found.get(key) ?? new Set();
    for (const { port } of ports) if (port !== null) own.add(port);
    found.set(key, own);
  }
  return new Map([...found].map(([host, ports]) => [host, [...ports].sort((a, b) => a - b)]));
}

/**
 * The ports that a check is about: from a URL in its name, else from Azure's own list of dependencies, else from the
 * documentation of its kind. Empty where none of them says it.
 */
export function checkPorts(check: Connectivity, hosts: PortsOfHosts): readonly number[] {
  const url = urlOf(check.name);
  if (url) {
    const usual = url.protocol === 'https:' ? 443 : 80;
    return [url.port === '' ? usual : Number(url.port)];
  }
  const listed = hosts.get(check.name.toLowerCase()) ?? [];
  return listed.length > 0 ? listed : (documentedRule(check.resourceType)?.ports ?? []);
}

/** The host of a check whose name is a URL; any other name as it is. */
export function dependencyName({ name }: Connectivity): string {
  return urlOf(name)?.hostname ?? name;
}

function urlOf(name: string): URL | undefined {
  return /^https?:\/\//i.test(name) && URL.canParse(name) ? new URL(name) : undefined;
}
