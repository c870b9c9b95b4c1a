import { hostile } from './hostile-texts.ts';
import { adatum, contoso, fabrikam } from './tenants.ts';

/** A sample account. What it may read in Azure is ARM's business, not the account's. */
export type SandboxUser = {
  /** Object id (`oid`), GUID. A guest keeps it in every tenant; in Entra each tenant gives its guests an id of its own. */
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly homeTenantId: string;
  /** Ids of the tenants that it may sign in to, the home tenant among them. */
  readonly tenants: readonly string[];
  /** One line for the sign-in page. */
  readonly note: string;
  /** The app must be allowed by the user on a page before it gets a token. */
  readonly needsConsent?: boolean;
  /** Conditional access refuses the sign-in. */
  readonly blocked?: boolean;
};

const home = { homeTenantId: contoso.id, tenants: [contoso.id] };

export const sandboxUsers: readonly SandboxUser[] = [
  {
    ...home,
    id: '5e0c9a71-2d84-4b3f-a6c5-917f3e60d2b8',
    username: 'admin@contoso.com',
    displayName: 'Contoso admin',
    tenants: [contoso.id, fabrikam.id],
    note: 'Reads every subscription of Contoso and Fabrikam.',
  },
  {
    ...home,
    id: '8b41f6d3-70c9-4e15-b2a8-3d5c06e97f1a',
    username: 'reader@contoso.com',
    displayName: 'Contoso reader',
    note: 'Reads one subscription of Contoso.',
  },
  {
    ...home,
    id: 'c27d508e-94fb-4a61-8e3d-f06b1a75c942',
    username: 'nobody@contoso.com',
    displayName: 'Contoso newcomer',
    note: 'May sign in, has no subscription.',
  },
  {
    ...home,
    id: '1fa6e3b9-5c70-4d28-97b4-e8420d6c3a5f',
    username: 'blocked@contoso.com',
    displayName: 'Blocked by policy',
    note: 'Conditional access refuses the sign-in.',
    blocked: true,
  },
  {
    ...home,
    id: '94d7025b-e1c8-4f39-a05d-6b7f2c18e3d0',
    username: 'consent@contoso.com',
    displayName: 'Asked for consent',
    note: 'Must allow the app first; it reads nothing.',
    needsConsent: true,
  },
  {
    id: '2e97b4d0-6f13-4c8a-9b52-e0a7d3c8165f',
    username: 'guest@adatum.com',
    displayName: `${hostile.image('person')} ${hostile.turned}`,
    homeTenantId: adatum.id,
    tenants: [adatum.id],
    note: 'Reads services with markup, formulas and hidden characters in every text.',
  },
];

/** The user of that name, without case. */
export function findUser(users: readonly SandboxUser[], username: string): SandboxUser | undefined {
  const wanted = username.toLowerCase();
  return users.find(user => user.username.toLowerCase() === wanted);
}
