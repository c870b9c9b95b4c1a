import { Session, type SessionStart } from '../../auth/session.ts';
import { tabAccount } from '../../auth/tab-account.ts';
import { type Config, isAnyTenant, isTenantName } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { withFleets } from '../fleet-cache/fleet-cache.ts';
import { showSignIn } from '../gate/sign-in-screen.ts';

/** Config, then session, then the screen: nothing of React is waited for before somebody is signed in. */
export async function start(): Promise<void> {
  reloadWhenRestored();
  // Whoever was signed in will need the app's code: it comes while the session is taken up.
  const known = tabAccount.get();
  const app = known && import('../mount.tsx');
  const result = await loadConfig();
  if (!result.ok || !result.config.clientId) {
    const screens = await import('../gate/configuration-screens.ts');
    if (!result.ok) return screens.showConfigProblems(result.problems);
    return screens.showNotConfigured(result.config.cloud.name);
  }
  const { config } = result;
  if (known && config.fleetCache === 'device') {
    const scope = { cloud: config.cloud.name, tenantId: known.tenantId, accountId: known.accountId };
    void withFleets(fleets => fleets.prepareFleet(scope));
  }
  const session = new Session(config);
  const link = linkTenant(config);
  const outcome = await session.start(link.tenant);
  if (outcome.kind === 'signed-out') return showGate(config, session, link, outcome.problem);
  const enter = async () =>
    (await (app ?? import('../mount.tsx'))).mount({ config, session, notices: link.notices });
  if (link.tenant === undefined || session.worksIn(link.tenant)) return enter();
  return enterLinkTenant(config, session, link.tenant, enter);
}

/** A link into another tenant leads there: silently where that is possible, else by the reader's own click. */
async function enterLinkTenant(
  config: Config,
  session: Session,
  tenant: string,
  enter: () => Promise<void>,
): Promise<void> {
  try {
    await session.enterTenant(tenant);
    return enter();
  } catch {
    showSignIn({
      cloudLabel: config.cloud.label,
      tenant,
      problem: null,
      notices: [
        `You are signed in as ${session.account.username}, in another tenant than the one that this link asks for.`,
      ],
      signIn: chooseAccount => session.signIn({ tenant, chooseAccount }),
      stay: { label: 'Stay in the tenant you are in', action: () => void enter() },
    });
  }
}

type LinkTenant = { readonly tenant: string | undefined; readonly notices: readonly string[] };

/** The tenant that the link asks for. A configuration that fixes one tenant refuses another, and says so. */
function linkTenant(config: Config): LinkTenant {
  const asked = new URLSearchParams(location.search).get('tenant') ?? undefined;
  if (asked === undefined) return { tenant: undefined, notices: [] };
  if (!isTenantName(asked)) {
    return {
      tenant: undefined,
      notices: ['The link names a tenant that is neither a GUID nor a domain. It was left out.'],
    };
  }
  if (isAnyTenant(config.tenant) || config.tenant.toLowerCase() === asked.toLowerCase())
    return { tenant: asked, notices: [] };
  return {
    tenant: undefined,
    notices: [
      `The link asks for tenant ${asked}. This installation serves ${config.tenant} alone, so the link opens there.`,
    ],
  };
}

function showGate(
  config: Config,
  session: Session,
  link: LinkTenant,
  problem: (SessionStart & { kind: 'signed-out' })['problem'],
): void {
  showSignIn({
    cloudLabel: config.cloud.label,
    tenant: isAnyTenant(config.tenant) ? link.tenant : config.tenant,
    problem,
    notices: link.notices,
    signIn: chooseAccount => session.signIn({ tenant: link.tenant, chooseAccount }),
  });
}

/** A page taken from the back/forward cache may show what was signed out since, or wait for a redirect that was left. */
function reloadWhenRestored(): void {
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload();
  });
}
