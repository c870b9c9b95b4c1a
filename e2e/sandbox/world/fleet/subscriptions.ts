import { hostile } from '../../hostile-texts.ts';
import { adatum, contoso, fabrikam } from '../../tenants.ts';
import type { SandboxSubscription } from '../model.ts';

/** Ids of the showcase's subscriptions. */
export const ids = {
  production: '6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13',
  platform: '0b7d4e52-91c3-4f68-a2de-5c80f3b1697a',
  devTest: 'a84c19f7-3e06-4b5d-8f21-d97e60c25b48',
  fabrikamEu: '52e9d3a0-c87b-4169-b4f5-08a6e1d7c39f',
  lab: 'e3160f8b-5d92-4a7c-93b8-7f4c2d05a1e6',
  legacyEu: '7c5a82d6-f014-4e9b-86a3-b1d90e74f25c',
  fabrikamCore: '19f6b7e4-820d-4c35-a9e7-63d5f80b2c71',
  fabrikamLabs: 'c40d57a9-6e1f-4328-b5c0-9a2e84f7d136',
  hostile: '4d82e6b1-07c9-4f3a-8e65-b1c90d7a42f6',
  hostileLong: 'f30a9c57-1e4b-4d86-92cf-6b75e8d1a034',
} as const;

function subscription(id: string, tenantId: string, name: string, state = 'Enabled'): SandboxSubscription {
  return { id, tenantId, name, state, tags: {} };
}

/** Six subscriptions in Contoso's tenant, two in Fabrikam's, two in Adatum's. */
export const showcaseSubscriptions: readonly SandboxSubscription[] = [
  subscription(ids.production, contoso.id, 'Contoso Production'),
  subscription(ids.platform, contoso.id, 'Contoso Platform'),
  subscription(ids.devTest, contoso.id, 'Contoso Dev/Test'),
  subscription(ids.fabrikamEu, contoso.id, 'Fabrikam EU', 'Warned'),
  subscription(ids.lab, contoso.id, 'Contoso Sandbox'),
  subscription(ids.legacyEu, contoso.id, 'Contoso Legacy EU'),
  subscription(ids.fabrikamCore, fabrikam.id, 'Fabrikam Core'),
  subscription(ids.fabrikamLabs, fabrikam.id, 'Fabrikam Labs'),
  subscription(ids.hostile, adatum.id, `${hostile.image('subscription')} ${hostile.turned}`),
  subscription(ids.hostileLong, adatum.id, hostile.long(), hostile.script('subscription state')),
];
