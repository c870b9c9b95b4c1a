import * as v from 'valibot';
import { parseServiceId } from '../domain/arm-id.ts';
import { flag, looseList, looseMap, looseNumber, looseText, part, required, text, texts } from './wire.ts';

// Strict where a firewall rule or a recorded change is derived from the field: read as absent it would be advice that
// is wrong, so the row is shown as unreadable instead. Loose everywhere else. Shapes: azure-rest-api-specs,
// apimanagement 2024-05-01, ApiManagementServiceResource; what it promises and real answers break is in the tests.

/** What the primary location and an additional one have in common. */
const region = {
  sku: part({ name: text, capacity: looseNumber }),
  zones: v.pipe(
    v.nullish(v.array(v.union([required, v.number()])), []),
    v.transform(zones => zones.map(String)),
  ),
  publicIPAddresses: texts,
  privateIPAddresses: texts,
  outboundPublicIPAddresses: texts,
  publicIpAddressId: text,
  virtualNetworkConfiguration: part({ subnetResourceId: text }),
  natGatewayState: text,
  platformVersion: text,
  disableGateway: flag,
  gatewayRegionalUrl: looseText,
};

const { sku: primarySku, zones, ...regionProperties } = region;

const properties = {
  ...regionProperties,
  provisioningState: looseText,
  targetProvisioningState: looseText,
  createdAtUtc: looseText,
  virtualNetworkType: text,
  publicNetworkAccess: text,
  additionalLocations: v.nullish(v.array(v.object({ location: required, ...region })), []),
  gatewayUrl: looseText,
  portalUrl: looseText,
  developerPortalUrl: looseText,
  managementApiUrl: looseText,
  scmUrl: looseText,
  hostnameConfigurations: looseList(
    v.object({
      type: v.fallback(required, ''),
      hostName: v.pipe(required, v.nonEmpty()),
      certificateSource: looseText,
      certificate: v.fallback(part({ expiry: looseText }), null),
    }),
  ),
  privateEndpointConnections: looseList(
    v.object({
      name: looseText,
      properties: v.object({
        privateEndpoint: v.fallback(part({ id: looseText }), null),
        privateLinkServiceConnectionState: v.fallback(part({ status: looseText }), null),
      }),
    }),
  ),
  customProperties: looseMap,
  /** A column of our Resource Graph query; ARM has it inside `customProperties`. */
  precreatedIps: looseText,
};

const envelope = {
  id: v.pipe(
    v.string(),
    v.check(id => parseServiceId(id) !== undefined, 'is not the id of an API Management service'),
  ),
  name: v.pipe(required, v.nonEmpty('is empty')),
  type: v.pipe(
    v.string(),
    v.check(type => /^microsoft\.apimanagement\/service$/i.test(type), 'is not an API Management service'),
  ),
  location: v.pipe(required, v.nonEmpty('is empty')),
  sku: primarySku,
  zones,
  tags: looseMap,
};

/** A row of our Resource Graph query: the properties lie flat beside the envelope. */
export const serviceRow = v.object({ ...envelope, ...properties });

/** A service as ARM gives it, brought into the flat shape of a Resource Graph row. */
export const armService = v.pipe(
  v.object({ ...envelope, properties: v.object(properties) }),
  v.transform(({ properties: inner, ...outer }): ServiceWire => ({ ...outer, ...inner })),
);

export type ServiceWire = v.InferOutput<typeof serviceRow>;
/** One location of the wire, primary or additional. */
export type RegionWire = Pick<ServiceWire, keyof typeof region> & { readonly location: string };
