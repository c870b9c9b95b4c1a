import { Session, type SessionStart } from '../../auth/session.ts';
import { signingIn, tabAccount } from '../../auth/tab-account.ts';
import { type Config, isAnyTenant, isTenantName } from '../../config/config.ts';
import { loadConfig } from '../../config/load-config.ts';
import { clock } from '../../ui/clock.ts';
import { withFleets } from '../fleet-cache/fleet-cache.ts';
import { showSignIn } from '../gate/sign-in-screen.ts';
import { showUnloaded } from '../gate/unloaded-screen.ts';
import { loadScreenOf } from '../screens.ts';

/** Shows the page, or why it cannot be loaded. */
export async function start(): Promise<void> {
  reloadWhenRestored();
  await begin().catch(showUnloaded);
}

/**
 * Config, then session, then the screen: nothing of React is waited for before somebody is signed in.
 * @throws where a file of the page does not come
 */
async function begin(): Promise<void> {
  const known = tabAccount.get();
  // Whoever was signed in, or comes back from signing in, will need the app's code: it comes while the session is taken up.
  const app = known || signingIn.ends() ? import('../mount.tsx') : undefined;
  // Whoever waits for it below is told when it does not come.
  app?.catch(() => undefined);
  if (app) {
    void loadScreenOf(location.pathname);
    // The first rows wait for what was recorded of them.
    import('../history/record-history.ts').catch(() => undefined);
  }
  let missing = 0;
  const result = await loadConfig(at => {
    missing = clock.follow(at);
  });
  if (!result.ok || !result.config.clientId) {
    const screens = await import('../gate/configuration-screens.ts');
    if (!result.ok) return screens.showConfigProblems(result.problems);
    return screens.showNotConfigured(result.config.cloud.name);
  }
  const { config } = result;
  const { resourceManager, authority, authorityMetadata } = config.cloud;
  if (app) preconnect(resourceManager);
  if (app && !known) preconnect(new URL(authorityMetadata?.['token_endpoint'] ?? authority).origin);
  if (known && config.fleetCache === 'device') {
    const scope = { cloud: config.cloud.name, tenantId: known.tenantId, accountId: known.accountId };
    void withFleets(fleets => fleets.prepareFleet(scope));
  }
  const session = new Session(config);
  const { tenant, notices: told } = linkTenant(config);
  const link = { tenant, notices: [...told, ...clockNotice(missing)] };
  const outcome = await session.start(link.tenant);
  if (outcome.kind === 'signed-out') return showGate(config, session, link, outcome.problem);
  const enter = async () => {
    const { mount } = await (app ?? import('../mount.tsx'));
    await Promise.race([loadScreenOf(location.pathname), latest()]);
    mount({ config, session, notices: link.notices });
  };
  if (link.tenant === undefined || session.worksIn(link.tenant)) return enter();
  return enterLinkTenant(config, session, link.tenant, enter);
}

/** Longest that the frame of the page waits, to be drawn with its screen: as long as React would keep that back after it. */
const longestMs = 300;

function latest(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, longestMs);
  });
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
      stay: { label: 'Stay in the tenant you are in', action: () => void enter().catch(showUnloaded) },
    });
  }
}

/** `60 minutes`, `5 hours`, `4 days`: as exact as somebody who sets a clock needs it. */
function lengthText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`;
}

/** What a reader should know whose clock (by so many ms) is wrong: times come from elsewhere, and other pages will be wrong. */
function clockNotice(missing: number): readonly string[] {
  if (missing === 0) return [];
  const { host } = location;
  return [
    `The clock of this device is ${lengthText(Math.abs(missing))} ${missing < 0 ? 'ahead of' : 'behind'} that of ${host}, where this page came from. Times, ages and what is recorded here follow ${host}.`,
  ];
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

/** Names and handshakes take several trips: they are made while the page has other things to do. */
function preconnect(origin: string): void {
  const link = document.createElement('link');
  link.rel = 'preconnect';
  link.href = origin;
  // Reads of Azure carry no cookies, and a connection with them is another one.
  link.crossOrigin = 'anonymous';
  document.head.append(link);
}

/**
 * A page taken from the back/forward cache may show what was signed out since, or wait for a redirect that was left: it is
 * put away blank, and reads anew when it comes back.
 */
function reloadWhenRestored(): void {
  addEventListener('pagehide', event => {
    document.documentElement.hidden = event.persisted;
  });
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload();
  });
}
