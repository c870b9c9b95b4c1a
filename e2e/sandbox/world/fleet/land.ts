import { at, type JsonObject, listOf } from '../json.ts';
import type { ArmResource } from '../model.ts';

export type SubnetSpec = {
  readonly group: string;
  readonly location: string;
  readonly vnet: string;
  readonly name: string;
  /** One prefix goes on the wire as `addressPrefix`, several as `addressPrefixes` (azure-facts 8). */
  readonly prefixes: readonly string[];
  readonly routeTableId?: string;
  readonly natGatewayId?: string;
  readonly serviceEndpoints?: readonly string[];
  /** Such as `Microsoft.Web/serverFarms` for the integration of the v2 tiers. */
  readonly delegation?: string;
};

export type RouteSpec = {
  readonly name: string;
  readonly prefix: string;
  readonly hop: 'VirtualAppliance' | 'VirtualNetworkGateway' | 'Internet' | 'None' | 'VnetLocal';
  readonly address?: string;
};

/** Collects the network resources of one subscription while its services are described; every method gives the new id. */
export class Land {
  readonly subscriptionId: string;
  readonly #resources = new Map<string, ArmResource>();

  constructor(subscriptionId: string) {
    this.subscriptionId = subscriptionId;
  }

  get resources(): readonly ArmResource[] {
    return [...this.#resources.values()];
  }

  /** Adds the subnet to its VNet, which is made when it is not there yet. */
  subnet(spec: SubnetSpec): string {
    const vnetId = this.#id(spec.group, 'virtualNetworks', spec.vnet);
    const id = `${vnetId}/subnets/${spec.name}`;
    const before = this.#resources.get(vnetId)?.properties;
    const subnets = listOf(at(before, 'subnets'));
    const spaces = listOf(at(before, 'addressSpace', 'addressPrefixes'));
    const nsg = this.#add(spec.group, 'networkSecurityGroups', `nsg-${spec.name}`, spec.location, {
      securityRules: [],
    });
    this.#put(vnetId, 'virtualNetworks', spec.vnet, spec.location, {
      addressSpace: { addressPrefixes: [...spaces, ...spec.prefixes] },
      subnets: [...subnets, { id, name: spec.name, properties: subnetProperties(spec, nsg) }],
      provisioningState: 'Succeeded',
    });
    return id;
  }

  routeTable(group: string, name: string, location: string, routes: readonly RouteSpec[]): string {
    return this.#add(group, 'routeTables', name, location, {
      disableBgpRoutePropagation: false,
      routes: routes.map(route => ({
        name: route.name,
        properties: {
          addressPrefix: route.prefix,
          nextHopType: route.hop,
          nextHopIpAddress: route.address,
          provisioningState: 'Succeeded',
        },
      })),
      provisioningState: 'Succeeded',
    });
  }

  /** Static with its address; without one it is dynamic and has none yet, as in the published example. */
  publicIp(group: string, name: string, location: string, address?: string): string {
    return this.#add(
      group,
      'publicIPAddresses',
      name,
      location,
      {
        ipAddress: address,
        publicIPAddressVersion: 'IPv4',
        publicIPAllocationMethod: address ? 'Static' : 'Dynamic',
        idleTimeoutInMinutes: 4,
        dnsSettings: {
          domainNameLabel: name,
          fqdn: `${name}.${location.toLowerCase().replaceAll(' ', '')}.cloudapp.azure.com`,
        },
        ipTags: [],
        provisioningState: 'Succeeded',
      },
      { sku: { name: 'Standard', tier: 'Regional' }, zones: ['1', '2', '3'] },
    );
  }

  publicIpPrefix(group: string, name: string, location: string, prefix: string): string {
    return this.#add(
      group,
      'publicIPPrefixes',
      name,
      location,
      {
        ipPrefix: prefix,
        prefixLength: Number(prefix.split('/')[1]),
        publicIPAddressVersion: 'IPv4',
        provisioningState: 'Succeeded',
      },
      { sku: { name: 'Standard', tier: 'Regional' } },
    );
  }

  natGateway(
    group: string,
    name: string,
    location: string,
    addressIds: readonly string[],
    prefixIds: readonly string[] = [],
  ): string {
    return this.#add(
      group,
      'natGateways',
      name,
      location,
      {
        idleTimeoutInMinutes: 4,
        publicIpAddresses: addressIds.length > 0 ? addressIds.map(id => ({ id })) : undefined,
        publicIpPrefixes: prefixIds.length > 0 ? prefixIds.map(id => ({ id })) : undefined,
        provisioningState: 'Succeeded',
      },
      { sku: { name: 'Standard' } },
    );
  }

  /** A private endpoint for the gateway, and the network interface that holds its address. */
  privateEndpoint(
    group: string,
    name: string,
    location: string,
    subnetId: string,
    target: string,
    address: string,
  ): string {
    const interfaceId = this.#add(group, 'networkInterfaces', `${name}.nic`, location, {
      ipConfigurations: [
        {
          name: 'privateEndpointIpConfig',
          properties: {
            privateIPAddress: address,
            privateIPAllocationMethod: 'Dynamic',
            privateIPAddressVersion: 'IPv4',
            primary: true,
            subnet: { id: subnetId },
          },
        },
      ],
      provisioningState: 'Succeeded',
    });
    return this.#add(group, 'privateEndpoints', name, location, {
      subnet: { id: subnetId },
      networkInterfaces: [{ id: interfaceId }],
      customDnsConfigs: [{ fqdn: `${target.split('/').pop()}.azure-api.net`, ipAddresses: [address] }],
      privateLinkServiceConnections: [
        { name, properties: { privateLinkServiceId: target, groupIds: ['Gateway'] } },
      ],
      provisioningState: 'Succeeded',
    });
  }

  #id(group: string, kind: string, name: string): string {
    return `/subscriptions/${this.subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/${kind}/${name}`;
  }

  #add(
    group: string,
    kind: string,
    name: string,
    location: string,
    properties: JsonObject,
    rest: JsonObject = {},
  ): string {
    const id = this.#id(group, kind, name);
    this.#put(id, kind, name, location, properties, rest);
    return id;
  }

  #put(
    id: string,
    kind: string,
    name: string,
    location: string,
    properties: JsonObject,
    rest: JsonObject = {},
  ): void {
    const shortLocation = location.toLowerCase().replaceAll(' ', '');
    const type = `Microsoft.Network/${kind}`;
    this.#resources.set(id, { name, id, type, location: shortLocation, tags: {}, ...rest, properties });
  }
}

function subnetProperties(spec: SubnetSpec, networkSecurityGroupId: string): JsonObject {
  const [only, ...more] = spec.prefixes;
  return {
    ...(more.length === 0 ? { addressPrefix: only } : { addressPrefixes: spec.prefixes }),
    networkSecurityGroup: { id: networkSecurityGroupId },
    ...(spec.routeTableId ? { routeTable: { id: spec.routeTableId } } : {}),
    ...(spec.natGatewayId ? { natGateway: { id: spec.natGatewayId } } : {}),
    serviceEndpoints: (spec.serviceEndpoints ?? []).map(service => ({
      service,
      locations: ['*'],
      provisioningState: 'Succeeded',
    })),
    delegations: spec.delegation
      ? [{ name: 'delegation', properties: { serviceName: spec.delegation, provisioningState: 'Succeeded' } }]
      : [],
    privateEndpointNetworkPolicies: 'Disabled',
    privateLinkServiceNetworkPolicies: 'Enabled',
    defaultOutboundAccess: false,
    provisioningState: 'Succeeded',
  };
}
