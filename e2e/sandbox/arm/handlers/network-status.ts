import type { SandboxService } from '../../world/model.ts';
import { isIn, outboundDependenciesWire } from '../../world/network/dependencies.ts';
import { networkStatusWire, regionStatusWire } from '../../world/network/network-status.ts';
import { tierOf } from '../../world/wire/tier.ts';
import { type Answer, ArmRefusal, ok } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { badRequest } from '../refusals.ts';
import { findService } from './services.ts';

export function getNetworkStatus(exchange: Exchange): Answer {
  return ok(networkStatusWire(inNetwork(exchange), times(exchange)));
}

export function getRegionNetworkStatus(exchange: Exchange): Answer {
  const { location = '' } = exchange.params;
  const service = inNetwork(exchange);
  const region = service.regions.find(one => isIn(one, location));
  if (!region)
    throw badRequest('InvalidLocation', `Service ${service.name} is not deployed in location '${location}'.`);
  return ok(regionStatusWire(service, region, times(exchange)));
}

export function listOutboundDependencies(exchange: Exchange): Answer {
  return ok(outboundDependenciesWire(inNetwork(exchange)));
}

function times({ arm }: Exchange) {
  return { now: arm.clock.now(), began: arm.world.began };
}

/**
 * What Azure answers for a service outside a network is not documented (azure-facts 3); a refusal is all that a
 * client may rely on, so the sandbox has two kinds of it.
 */
function inNetwork(exchange: Exchange): SandboxService {
  const service = findService(exchange);
  if (!tierOf(service.tier).dedicated)
    throw new ArmRefusal(
      404,
      'ResourceNotFound',
      `The operation is not available for services of tier ${service.tier}.`,
    );
  if (service.mode !== 'External' && service.mode !== 'Internal')
    throw badRequest('InvalidOperation', `Service ${service.name} is not deployed into a virtual network.`);
  return service;
}
