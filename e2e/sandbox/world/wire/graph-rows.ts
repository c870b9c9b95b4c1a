import { regionName } from '../../../../src/domain/region.ts';
import { isObject, type Json, type JsonObject, onTheWire, textOf } from '../json.ts';
import { type ArmResource, type SandboxService, type SandboxSubscription, serviceId } from '../model.ts';
import { serviceWire } from './service.ts';

/** A row of one of Resource Graph's tables: every column is there, null where the resource has none. */
export type GraphRow = Readonly<Record<string, Json>>;

/** A service as a row of `resources`. Type, location and group are lower-cased as in Azure; `etag` and `systemData` are no columns. */
export function serviceRow(service: SandboxService, tenantId: string): GraphRow {
  const wire = serviceWire(service);
  return row(isObject(wire) ? wire : {}, serviceId(service), tenantId);
}

/** A network resource as a row of `resources`. */
export function resourceRow(resource: ArmResource, tenantId: string): GraphRow {
  return row(resource, resource.id, tenantId);
}

function row(wire: JsonObject, id: string, tenantId: string): GraphRow {
  const [, , subscriptionId = '', , group = ''] = id.split('/');
  const column = (name: string) => wire[name] ?? null;
  const location = textOf(wire['location']);
  return {
    id: column('id'),
    name: column('name'),
    type: textOf(wire['type'])?.toLowerCase() ?? null,
    tenantId,
    kind: '',
    location: location === undefined ? null : regionName(location),
    resourceGroup: group.toLowerCase(),
    subscriptionId,
    managedBy: '',
    sku: column('sku'),
    plan: null,
    properties: onTheWire(column('properties')),
    tags: column('tags'),
    identity: null,
    zones: column('zones'),
    extendedLocation: null,
  };
}

/** A subscription as a row of `resourcecontainers`. */
export function subscriptionRow({ id, name, state, tenantId, tags }: SandboxSubscription): GraphRow {
  return container(
    `/subscriptions/${id}`,
    name,
    'microsoft.resources/subscriptions',
    id,
    '',
    tenantId,
    {
      state,
      managementGroupAncestorsChain: [{ name: tenantId, displayName: 'Tenant Root Group' }],
      subscriptionPolicies: {
        spendingLimit: 'Off',
        quotaId: 'EnterpriseAgreement_2014-09-01',
        locationPlacementId: 'Public_2014-09-01',
      },
    },
    tags,
  );
}

/** A resource group as a row of `resourcecontainers`. */
export function groupRow(subscription: SandboxSubscription, name: string): GraphRow {
  const id = `/subscriptions/${subscription.id}/resourceGroups/${name}`;
  const type = 'microsoft.resources/subscriptions/resourcegroups';
  return container(
    id,
    name,
    type,
    subscription.id,
    name.toLowerCase(),
    subscription.tenantId,
    { provisioningState: 'Succeeded' },
    {},
  );
}

function container(
  id: string,
  name: string,
  type: string,
  subscriptionId: string,
  resourceGroup: string,
  tenantId: string,
  properties: JsonObject,
  tags: JsonObject,
): GraphRow {
  return {
    ...row({ id, name, type, properties, tags }, id, tenantId),
    resourceGroup,
    subscriptionId,
    location: resourceGroup ? 'westeurope' : '',
  };
}
