import { at, isObject, listOf, textOf } from '../../world/json.ts';
import type { ArmResource } from '../../world/model.ts';
import { serviceTags, serviceTagWire } from '../../world/network/service-tags.ts';
import { type Answer, ok } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { page } from '../paging.ts';
import { parameter } from '../parameter.ts';
import { resourceNotFound } from '../refusals.ts';

/** Any top-level resource of Microsoft.Network. */
export function getNetworkResource(kind: string): (exchange: Exchange) => Answer {
  return exchange => ok(find(exchange, kind, exchange.params['name'] ?? ''));
}

/** A subnet, which ARM keeps inside its VNet. */
export function getSubnet(exchange: Exchange): Answer {
  const { vnet = '', name = '', group = '' } = exchange.params;
  const resource = find(exchange, 'virtualNetworks', vnet);
  const subnet = listOf(resource.properties['subnets']).find(
    one => textOf(at(one, 'name'))?.toLowerCase() === name.toLowerCase(),
  );
  if (!isObject(subnet))
    throw resourceNotFound(`Microsoft.Network/virtualNetworks/${vnet}/subnets/${name}`, group);
  return ok({
    ...subnet,
    etag: 'W/"00000000-0000-0000-0000-000000000000"',
    type: 'Microsoft.Network/virtualNetworks/subnets',
  });
}

function find({ arm, params }: Exchange, kind: string, name: string): ArmResource {
  const { subscriptionId = '', group = '' } = params;
  const resource = arm.world.resource(
    `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Network/${kind}/${name}`,
  );
  if (!resource) throw resourceNotFound(`Microsoft.Network/${kind}/${name}`, group);
  return resource;
}

/** `serviceTagDetails`: one tag by name, or all; a tag that is not known gives an empty list (azure-facts 7). */
export function listServiceTagDetails(exchange: Exchange): Answer {
  const { arm, url } = exchange;
  const wanted = parameter(url, 'tagname')?.toLowerCase();
  const withPrefixes = parameter(url, 'noaddressprefixes')?.toLowerCase() !== 'true';
  const tags = serviceTags(arm.world).filter(
    tag => wanted === undefined || tag.name.toLowerCase() === wanted,
  );
  return ok(page(exchange, tags, arm.settings.pageSize, tag => serviceTagWire(tag, withPrefixes)));
}

/** `serviceTags`: every tag of the cloud, whatever location the path names. */
export function listServiceTags({ arm, params }: Exchange): Answer {
  return ok({
    name: 'Public',
    id: `/subscriptions/${params['subscriptionId']}/providers/Microsoft.Network/serviceTags/Public`,
    type: 'Microsoft.Network/serviceTags',
    changeNumber: '342',
    cloud: 'Public',
    values: serviceTags(arm.world).map(tag => serviceTagWire(tag, true)),
  });
}
