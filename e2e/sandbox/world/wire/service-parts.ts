import type { Json, JsonObject } from '../json.ts';
import { type SandboxService, serviceId } from '../model.ts';
import { tierOf } from './tier.ts';

/** The default gateway name, then the customer's own (azure-facts 2.3). */
export function hostnameConfigurations(service: SandboxService): Json {
  const custom = service.hostNames.map((host, index) => ({
    type: host.type,
    hostName: host.hostName,
    negotiateClientCertificate: false,
    defaultSslBinding: host.type === 'Proxy' && index === 0,
    certificateSource: host.certificateSource,
    ...(host.certificateSource === 'KeyVault'
      ? { keyVaultId: 'https://kv-api-certificates.vault.azure.net/secrets/gateway' }
      : {}),
    certificate: {
      expiry: host.certificateExpiry.replace('Z', '+00:00'),
      thumbprint: '0123456789ABCDEF0123456789ABCDEF01234567',
      subject: `CN=${host.hostName}`,
    },
  }));
  const builtIn = {
    type: 'Proxy',
    hostName: `${service.name.toLowerCase()}.azure-api.net`,
    negotiateClientCertificate: false,
    defaultSslBinding: !service.hostNames.some(host => host.type === 'Proxy'),
    certificateSource: 'BuiltIn',
  };
  return [builtIn, ...custom];
}

const words = {
  Approved: 'Approved by the service owner',
  Pending: 'Please approve this connection',
  Rejected: 'Rejected by the service owner',
  Disconnected: 'The private endpoint was deleted',
} as const;

export function privateEndpointConnections(service: SandboxService): Json {
  if (service.endpoints.length === 0) return null;
  return service.endpoints.map(({ name, privateEndpointId, status }) => ({
    id: `${serviceId(service)}/privateEndpointConnections/${name}`,
    type: 'Microsoft.ApiManagement/service/privateEndpointConnections',
    name,
    properties: {
      privateEndpoint: { id: privateEndpointId },
      groupIds: ['Gateway'],
      privateLinkServiceConnectionState: { status, description: words[status], actionsRequired: 'None' },
      provisioningState: status === 'Pending' ? 'Pending' : 'Succeeded',
    },
  }));
}

const prefix = 'Microsoft.WindowsAzure.ApiManagement';

/** `customProperties`: protocol switches, and the addresses that a stv1 service will have (azure-facts 1.3, item 8). */
export function protocolProperties(service: SandboxService): JsonObject {
  const off = tierOf(service.tier).consumption ? 'False' : 'false';
  return {
    [`${prefix}.Gateway.Security.Protocols.Tls10`]: off,
    [`${prefix}.Gateway.Security.Protocols.Tls11`]: off,
    [`${prefix}.Gateway.Security.Backend.Protocols.Tls10`]: off,
    [`${prefix}.Gateway.Security.Backend.Protocols.Tls11`]: off,
    [`${prefix}.Gateway.Protocols.Server.Http2`]: off,
    ...(service.precreatedIps.length > 0
      ? { [`${prefix}.Stv2MigrationPreCreatedIps`]: service.precreatedIps.join(',') }
      : {}),
  };
}
