import {
  type AccountInfo,
  AuthError,
  type AuthenticationResult,
  InteractionRequiredAuthError,
  PublicClientApplication,
} from '@azure/msal-browser';
import { type Config, isAnyTenant, isGuid } from '../config/config.ts';
import { visibleText } from '../domain/visible-text.ts';
import { isUnreachable, type SignInProblem, signInProblem } from './sign-in-problem.ts';
import { signedOut, signingIn, tabAccount } from './tab-account.ts';

/** Who is signed in, as the screens need it. */
export type Account = {
  /** MSAL's home account id: the account's part in every cache key. */
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** GUID of the tenant that this tab works in. */
  readonly tenantId: string;
};

/** A token needs the reader: nothing else will bring it back. */
export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
  readonly claims: string | undefined;
  constructor(claims: string | undefined) {
    super('Sign in again to go on.');
    this.claims = claims;
  }
}

/** The sign-in service does not answer. */
export class SignInUnreachable extends Error {
  override readonly name = 'SignInUnreachable';
}

export type SessionStart =
  | { readonly kind: 'signed-in'; readonly account: Account }
  | { readonly kind: 'signed-out'; readonly problem: SignInProblem | null };

type SignIn = {
  /** GUID or domain; the configured tenant where it is left out. */
  readonly tenant?: string | undefined;
  /** Ask which account, even where one is signed in. */
  readonly chooseAccount?: boolean;
  readonly claims?: string | undefined;
};

const silentTimeoutMs = 6_000;
const channelName = 'apim-ip.session';

/**
 * Signs in with MSAL and hands out tokens, one request at a time. The account in use belongs to the tab and is named
 * in every request; MSAL's active account, which all tabs would share, is not used.
 */
export class Session {
  readonly #config: Config;
  readonly #app: PublicClientApplication;
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
  #account: AccountInfo | undefined;
  #tenantId = '';

  constructor(config: Config) {
    this.#config = config;
    this.#app = new PublicClientApplication({
      auth: {
        clientId: config.clientId,
        authority: this.#authority(config.tenant),
        redirectUri: `${location.origin}/redirect.html`,
        postLogoutRedirectUri: `${location.origin}/`,
        clientCapabilities: ['CP1'],
        ...(config.cloud.authorityMetadata && {
          authorityMetadata: JSON.stringify(config.cloud.authorityMetadata),
        }),
      },
      cache: { cacheLocation: config.tokenCache },
      system: { iframeBridgeTimeout: silentTimeoutMs },
    });
  }

  /** Ends a redirect that is under way, or takes up what this tab (or silently, this browser) already knows. */
  async start(linkTenant: string | undefined): Promise<SessionStart> {
    const wanted = this.#fixedTenant() ?? linkTenant;
    try {
      await this.#app.initialize();
      const result = await this.#app.handleRedirectPromise();
      if (result)
        return { kind: 'signed-in', account: this.#enter(result.account, result.tenantId, linkTenant) };
      const known = this.#knownAccount();
      if (known && signedOut.has(known.account.homeAccountId)) {
        tabAccount.clear();
        await this.#app.clearCache({ account: known.account });
        return { kind: 'signed-out', problem: null };
      }
      if (known) return { kind: 'signed-in', account: this.#enter(known.account, known.tenantId) };
      if (!tabAccount.last()) return { kind: 'signed-out', problem: null };
      return await this.#silently(wanted ?? tabAccount.last()?.tenantId);
    } catch (error) {
      return { kind: 'signed-out', problem: signInProblem(error) };
    }
  }

  get account(): Account {
    if (!this.#account) throw new Error('No account is signed in.');
    return accountOf(this.#account, this.#tenantId);
  }

  /** Whether a tenant, by GUID or by the domain that it was entered under, is the one that this tab works in. */
  worksIn(tenant: string): boolean {
    const key = tenant.toLowerCase();
    return key === this.#tenantId.toLowerCase() || key === tabAccount.get()?.tenantName?.toLowerCase();
  }

  /** Other accounts that this browser's token cache holds. */
  otherAccounts(): readonly Account[] {
    return this.#app
      .getAllAccounts()
      .filter(one => one.homeAccountId !== this.#account?.homeAccountId)
      .map(one => accountOf(one, one.tenantId));
  }

  /** An access token for ARM in a tenant (GUID). @throws SignInNeeded, SignInUnreachable */
  async getToken(
    tenantId: string,
    request: { readonly claims?: string; readonly forceRefresh?: boolean },
  ): Promise<string> {
    return (await this.#token(tenantId, request)).accessToken;
  }

  /** Works in another tenant from now on, without a prompt where that is possible. @throws SignInNeeded */
  async enterTenant(tenant: string): Promise<Account> {
    // MSAL looks tokens up by tenant GUID: for a domain it would find the token of the account's own tenant.
    const result = await this.#token(tenant, { forceRefresh: !isGuid(tenant) });
    if (isGuid(tenant) && result.tenantId.toLowerCase() !== tenant.toLowerCase())
      throw new SignInNeeded(undefined);
    return this.#enter(result.account, result.tenantId, tenant);
  }

  /** Leaves for the sign-in page and comes back to the same address. Resolves only if the browser stays. */
  async signIn({ tenant, chooseAccount, claims }: SignIn = {}): Promise<void> {
    await this.#app.initialize();
    signingIn.begins();
    await this.#app.loginRedirect({
      scopes: [this.#config.cloud.scope],
      authority: this.#authority(this.#fixedTenant() ?? tenant ?? this.#config.tenant),
      redirectStartPage: location.href,
      ...(chooseAccount
        ? { prompt: 'select_account' }
        : this.#account && { account: this.#account, loginHint: this.#account.username }),
      ...(claims === undefined ? {} : { claims }),
    });
  }

  /** Forgets this account's tokens, tells the other tabs and ends the session at the sign-in service. */
  async signOut(): Promise<void> {
    const account = this.#account;
    tabAccount.clear();
    this.#account = undefined;
    if (!account) return;
    signedOut.add(account.homeAccountId);
    this.#channel?.postMessage({ type: 'signed-out', accountId: account.homeAccountId });
    await this.#app.logoutRedirect({ account, authority: this.#authority(this.#tenantId) });
  }

  /** Calls back when this account was signed out in another tab; its tokens are then gone from this tab as well. */
  onSignedOutElsewhere(callback: () => void): () => void {
    const listener = ({ data }: MessageEvent<unknown>) => {
      const account = this.#account;
      if (!account || typeof data !== 'object' || data === null || !('accountId' in data)) return;
      if (data.accountId !== account.homeAccountId) return;
      this.#account = undefined;
      tabAccount.clear();
      void this.#app.clearCache({ account }).finally(callback);
    };
    this.#channel?.addEventListener('message', listener);
    return () => this.#channel?.removeEventListener('message', listener);
  }

  async #silently(tenant: string | undefined): Promise<SessionStart> {
    try {
      const result = await this.#app.ssoSilent({
        scopes: [this.#config.cloud.scope],
        authority: this.#authority(tenant ?? this.#config.tenant),
      });
      return { kind: 'signed-in', account: this.#enter(result.account, result.tenantId) };
    } catch {
      // No session there, or the browser keeps its cookies from a frame: the button does it with one click.
      return { kind: 'signed-out', problem: null };
    }
  }

  #knownAccount(): { account: AccountInfo; tenantId: string } | undefined {
    const accounts = this.#app.getAllAccounts();
    const remembered = tabAccount.get() ?? tabAccount.last();
    const account = accounts.find(one => one.homeAccountId === remembered?.accountId);
    if (!account) return undefined;
    const tenantId = remembered?.tenantId ?? account.tenantId;
    return { account, tenantId };
  }

  #enter(account: AccountInfo | null, tenantId: string, tenantName?: string): Account {
    if (!account) throw new Error('The sign-in service named no account.');
    signedOut.remove(account.homeAccountId);
    this.#account = account;
    this.#tenantId = tenantId || account.tenantId;
    const known = tabAccount.get();
    const name = tenantName ?? (known?.tenantId === this.#tenantId ? known.tenantName : undefined);
    tabAccount.set({ accountId: account.homeAccountId, tenantId: this.#tenantId, tenantName: name });
    return this.account;
  }

  async #token(
    tenant: string,
    request: { readonly claims?: string; readonly forceRefresh?: boolean },
  ): Promise<AuthenticationResult> {
    if (!this.#account) throw new SignInNeeded(undefined);
    try {
      const result = await this.#app.acquireTokenSilent({
        scopes: [this.#config.cloud.scope],
        // MSAL looks in its cache for the account's tenant, not for the authority's: name it, and check what comes back.
        account: { ...this.#account, tenantId: isGuid(tenant) ? tenant : this.#account.tenantId },
        authority: this.#authority(tenant),
        ...request,
      });
      if (isGuid(tenant) && result.tenantId.toLowerCase() !== tenant.toLowerCase())
        throw new SignInNeeded(undefined);
      return result;
    } catch (error) {
      if (error instanceof InteractionRequiredAuthError)
        throw new SignInNeeded(error.claims || request.claims);
      if (isUnreachable(error))
        throw new SignInUnreachable(error instanceof AuthError ? error.errorCode : '');
      throw new SignInNeeded(request.claims);
    }
  }

  #authority(tenant: string): string {
    return `${this.#config.cloud.authority}/${tenant}`;
  }

  #fixedTenant(): string | undefined {
    return isAnyTenant(this.#config.tenant) ? undefined : this.#config.tenant;
  }
}

/** Names of people are somebody's text like any other: a guest brings one from a tenant that is not ours. */
function accountOf({ homeAccountId, username, name }: AccountInfo, tenantId: string): Account {
  return {
    id: homeAccountId,
    username: visibleText(username),
    name: visibleText(name || username),
    tenantId,
  };
}
