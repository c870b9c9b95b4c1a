import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import { ids } from './subscriptions.ts';

/** Tags of most services in production. */
export const productionTags = { environment: 'production', owner: 'api-team' };

/** A service of Contoso Production. */
export function production(
  spec: Omit<ServiceSpec, 'subscription' | 'created'> & { readonly created?: string },
): SandboxService {
  return service({
    created: '2024-03-12T09:20:41Z',
    tags: productionTags,
    ...spec,
    subscription: ids.production,
  });
}
