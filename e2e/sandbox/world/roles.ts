import { adatum, contoso, fabrikam } from '../tenants.ts';
import { sandboxUsers } from '../users.ts';
import { ids } from './fleet/subscriptions.ts';
import type { World } from './world.ts';

/** What somebody may do in a subscription. The sandbox offers reads alone, so a role is a test of read actions. */
export type Role = {
  readonly name: string;
  /** `action` as ARM writes it: `Microsoft.ApiManagement/service/read`. */
  readonly allows: (action: string) => boolean;
  /** May read resources of some kind; Resource Graph leaves out a subscription where nobody may (azure-facts 5.1). */
  readonly readsResources: boolean;
};

const roles = {
  /** Azure's own Reader: every read. */
  reader: { name: 'Reader', allows: action => /\/read$/i.test(action), readsResources: true },
  /** Custom: the service and the subscription, nothing of the network. */
  serviceReader: {
    name: 'API Management reader',
    allows: action => /^Microsoft\.(ApiManagement|Resources|Insights)\/.*read$/i.test(action),
    readsResources: true,
  },
  /** Custom: sees that the subscription is there, and no more. */
  subscriptionViewer: {
    name: 'Subscription viewer',
    allows: action => /^Microsoft\.Resources\/subscriptions\/read$/i.test(action),
    readsResources: false,
  },
} satisfies Record<string, Role>;

/** Who may do what: object id, then subscription id. */
export class Assignments {
  readonly #roles = new Map<string, Map<string, Role>>();

  assign(objectId: string, subscriptionId: string, role: Role): void {
    const own = this.#roles.get(objectId) ?? new Map<string, Role>();
    this.#roles.set(objectId, own.set(subscriptionId.toLowerCase(), role));
  }

  roleOf(objectId: string, subscriptionId: string): Role | undefined {
    return this.#roles.get(objectId)?.get(subscriptionId.toLowerCase());
  }
}

/** The sample users' rights: the admin reads nearly everything, the reader one subscription, the guest of Adatum its own, the others nothing. */
export function assignSampleRoles(world: World): Assignments {
  const assignments = new Assignments();
  const [admin, reader, guest] = ['admin@contoso.com', 'reader@contoso.com', 'guest@adatum.com'].map(name =>
    sandboxUsers.find(user => user.username === name),
  );
  const exceptions: Readonly<Record<string, Role>> = {
    [ids.lab]: roles.subscriptionViewer,
    [ids.fabrikamEu]: roles.serviceReader,
  };
  const subscriptions = world.allSubscriptions();
  for (const { id, tenantId } of subscriptions)
    if (admin && [contoso.id, fabrikam.id].includes(tenantId))
      assignments.assign(admin.id, id, exceptions[id] ?? roles.reader);
  for (const { id, tenantId } of subscriptions)
    if (guest && tenantId === adatum.id) assignments.assign(guest.id, id, roles.reader);
  const [first] = subscriptions;
  if (reader && first) assignments.assign(reader.id, first.id, roles.reader);
  return assignments;
}
