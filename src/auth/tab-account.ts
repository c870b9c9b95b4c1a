import * as v from 'valibot';

/**
 * Which account and tenant this tab works with. Kept per tab, so that two tabs can work in two tenants; ids alone,
 * no name and no token. The device remembers only that somebody signed in, to try a silent sign-in in a new tab.
 */
export type TabAccount = {
  readonly accountId: string;
  /** GUID. */
  readonly tenantId: string;
  /** How the last link or switch named that tenant: its GUID or a domain. */
  readonly tenantName?: string | undefined;
};

const key = 'apim-ip.account';
const schema = v.object({ accountId: v.string(), tenantId: v.string(), tenantName: v.optional(v.string()) });

function read(storage: Storage): TabAccount | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(storage.getItem(key) ?? 'null'));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

export const tabAccount = {
  get: (): TabAccount | undefined => withStorage(() => read(sessionStorage)),
  /** The account last used on this device, for a new tab. */
  last: (): TabAccount | undefined => withStorage(() => read(localStorage)),
  set(value: TabAccount): void {
    withStorage(() => sessionStorage.setItem(key, JSON.stringify(value)));
    withStorage(() => localStorage.setItem(key, JSON.stringify(value)));
  },
  clear(): void {
    withStorage(() => sessionStorage.removeItem(key));
    withStorage(() => localStorage.removeItem(key));
  },
};

const signedOutKey = 'apim-ip.signed-out';
const signedOutIds = () => new Set((localStorage.getItem(signedOutKey) ?? '').split(' ').filter(Boolean));
const writeSignedOut = (ids: ReadonlySet<string>) =>
  ids.size > 0
    ? localStorage.setItem(signedOutKey, [...ids].join(' '))
    : localStorage.removeItem(signedOutKey);

/**
 * Accounts (ids) that were signed out in this browser. A tab that was on another page then heard nothing of it, and
 * still has tokens of its own when the reader goes back.
 */
export const signedOut = {
  has: (accountId: string): boolean => withStorage(() => signedOutIds().has(accountId)) ?? false,
  add: (accountId: string): void => void withStorage(() => writeSignedOut(signedOutIds().add(accountId))),
  remove(accountId: string): void {
    withStorage(() => {
      const ids = signedOutIds();
      if (ids.delete(accountId)) writeSignedOut(ids);
    });
  },
};

const leftKey = 'apim-ip.signing-in';

/** Whether this tab has left for the sign-in page: the page that it comes back to then knows before the answer is read. */
export const signingIn = {
  begins: (): void => void withStorage(() => sessionStorage.setItem(leftKey, '1')),
  /** True once for each time that it began. */
  ends: (): boolean =>
    withStorage(() => {
      const left = sessionStorage.getItem(leftKey) !== null;
      sessionStorage.removeItem(leftKey);
      return left;
    }) ?? false,
};

/** Storage may be denied altogether; the app then works without memory. */
function withStorage<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
