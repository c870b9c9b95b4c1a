import type { CustomHostName, SandboxService } from '../model.ts';
import { applyMutation } from '../mutations/apply.ts';
import type { World } from '../world.ts';
import { addChatter } from './chatter.ts';
import { contosoDevTest } from './contoso-dev-test.ts';
import { contosoLab } from './contoso-lab.ts';
import { contosoLegacyEu } from './contoso-legacy-eu.ts';
import { contosoPlatform } from './contoso-platform.ts';
import { contosoProduction } from './contoso-production.ts';
import { fabrikamCore, fabrikamLabs } from './fabrikam.ts';
import { fabrikamEuServices } from './fabrikam-eu.ts';
import { hostileServices } from './hostile.ts';
import { Land } from './land.ts';
import { story } from './story.ts';
import { ids, showcaseSubscriptions } from './subscriptions.ts';

/** The day of the pictures: every date of the showcase is written for it and moved with the sandbox's clock. */
export const pictureDay = Date.parse('2026-11-22T10:14:20Z');
const begin = Date.parse('2025-11-01T00:00:00Z');

const estates = {
  [ids.production]: contosoProduction,
  [ids.platform]: contosoPlatform,
  [ids.devTest]: contosoDevTest,
  [ids.fabrikamEu]: fabrikamEuServices,
  [ids.lab]: contosoLab,
  [ids.legacyEu]: contosoLegacyEu,
  [ids.fabrikamCore]: fabrikamCore,
  [ids.fabrikamLabs]: fabrikamLabs,
  [ids.hostile]: hostileServices,
};

/** Fills the world with the showcase as it was a year ago and lets the year happen. */
export function buildShowcase(world: World): void {
  const shift = world.clock.now() - pictureDay;
  const moved = (iso: string) => new Date(Date.parse(iso) + shift).toISOString();
  for (const subscription of showcaseSubscriptions) world.addSubscription(subscription, begin + shift);
  for (const [subscriptionId, servicesOf] of Object.entries(estates)) {
    const land = new Land(subscriptionId);
    for (const service of servicesOf(land)) world.putService(dated(service, moved), begin + shift);
    for (const resource of land.resources) world.putResource(resource);
  }
  for (const { at, by, what, ...rest } of story)
    applyMutation(world, what, { ...rest, at: Date.parse(at) + shift, actor: by });
  addChatter(world, iso => Date.parse(iso) + shift);
}

function dated(service: SandboxService, moved: (iso: string) => string): SandboxService {
  const hostNames = service.hostNames.map(
    (host): CustomHostName => ({ ...host, certificateExpiry: moved(host.certificateExpiry) }),
  );
  return {
    ...service,
    hostNames,
    createdAt: moved(service.createdAt),
    modifiedAt: moved(service.modifiedAt),
  };
}
