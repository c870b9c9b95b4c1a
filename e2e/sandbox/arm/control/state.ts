import { at, listOf, textOf } from '../../world/json.ts';
import { serviceId } from '../../world/model.ts';
import type { Arm } from '../arm.ts';

/** How many services the control page lists; in a fleet of thousands nobody presses buttons for each. */
const listed = 200;

/** What the control page shows. */
export function stateOf(arm: Arm): unknown {
  const subscriptions = arm.world.allSubscriptions();
  const services = subscriptions.flatMap(subscription =>
    arm.world
      .servicesOf(subscription.id)
      .slice(0, listed)
      .map(service => ({
        id: serviceId(service),
        name: service.name,
        subscription: subscription.name,
        tier: service.tier,
        mode: service.mode,
        state: service.state,
        access: service.publicNetworkAccess,
        regions: service.regions.map(region => ({
          location: region.location,
          units: region.units,
          zones: region.zones,
          publicIPs: region.publicIPs,
          privateIPs: region.privateIPs,
          outboundIPs: region.outboundIPs,
          nat: region.nat,
          off: region.gatewayDisabled,
          subnetId: region.subnetId,
          publicIpAddressId: region.publicIpAddressId,
        })),
      })),
  );
  return {
    now: new Date(arm.clock.now()).toISOString(),
    offsetMs: arm.clock.offsetMs,
    settings: arm.settings,
    faults: arm.faults.list(),
    subscriptions: subscriptions.map(({ id, name, state }) => ({ id, name, state })),
    services: services.slice(0, listed),
    loginOrigin: arm.loginOrigin,
    ...networkIds(arm),
  };
}

/** Subnets and public IP resources that the page offers to move a service to. */
function networkIds({ world }: Arm): {
  readonly subnets: readonly string[];
  readonly publicIps: readonly string[];
} {
  const resources = [...world.network.values()].slice(0, listed);
  const subnets = resources.flatMap(resource =>
    listOf(resource.properties['subnets']).map(one => textOf(at(one, 'id')) ?? ''),
  );
  const publicIps = resources.filter(one => one.type.endsWith('/publicIPAddresses')).map(one => one.id);
  return { subnets, publicIps };
}
