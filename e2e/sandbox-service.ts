import type { Sandbox } from './sandbox/start.ts';
import { serviceId } from './sandbox/world/model.ts';

/** ARM id of a service of the sandbox, which is also its path in the app. */
export function idOf(sandbox: Sandbox, name = 'contoso-api-prod'): string {
  const service = sandbox.world.services.all().find(one => one.name === name);
  if (!service) throw new Error(`The sandbox has no ${name}`);
  return serviceId(service);
}
