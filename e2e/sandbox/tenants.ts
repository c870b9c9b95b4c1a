import { hostile } from './hostile-texts.ts';

/** A directory of the sandbox. The names are the ones Microsoft's own documentation uses for examples. */
export type SandboxTenant = {
  /** GUID, lower case. */
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly domains: readonly string[];
};

/** Home of every sample user. */
export const contoso: SandboxTenant = {
  id: '3b8e1d52-6a0f-4c27-9e41-5d7c2f80a1b6',
  displayName: 'Contoso',
  defaultDomain: 'contoso.com',
  domains: ['contoso.com', 'contoso.onmicrosoft.com'],
};

/** The second directory: the admin of Contoso is a guest here. */
export const fabrikam: SandboxTenant = {
  id: 'd94c7e08-15b3-4f6a-8a72-0c6e9b21f4d3',
  displayName: 'Fabrikam',
  defaultDomain: 'fabrikam.com',
  domains: ['fabrikam.com', 'fabrikam.onmicrosoft.com'],
};

/** A directory whose people wrote what they liked into every text. */
export const adatum: SandboxTenant = {
  id: '6c1d3f80-92ab-4e57-b0d4-3f8a6e215c97',
  displayName: `${hostile.image('tenant')} ${hostile.turned} ${hostile.half} ${hostile.long()}`,
  defaultDomain: 'adatum.com',
  domains: ['adatum.com'],
};

export const sandboxTenants: readonly SandboxTenant[] = [contoso, fabrikam, adatum];

/** The tenant that a GUID or one of its domains names, without case; undefined where none does. */
export function findTenant(tenants: readonly SandboxTenant[], name: string): SandboxTenant | undefined {
  const wanted = name.toLowerCase();
  return tenants.find(tenant => tenant.id === wanted || tenant.domains.includes(wanted));
}
