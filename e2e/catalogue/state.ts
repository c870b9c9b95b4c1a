import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/start.ts';

/** What a state may use to bring itself about. */
export type Scene = { readonly page: Page; readonly context: BrowserContext; readonly sandbox: Sandbox };

/**
 * A state that a reader can reach: how to get there, and how to know that one is there. A new one is a new entry in the
 * list of its screen.
 */
export type State = {
  /** Unique in its screen; the name of its pictures. */
  readonly name: string;
  /** Path and query of the app. */
  readonly address: string;
  /** Who is signed in; `admin@contoso.com` where it is left out. */
  readonly user?: string;
  /** Faults, mutations and routes, before the page is loaded. */
  readonly before?: (scene: Scene) => unknown;
  /** What the reader does once it is loaded. */
  readonly act?: (scene: Scene) => Promise<void>;
  /** Seen only in this state. */
  readonly shows: (page: Page) => Locator;
};

/** The states of one screen. */
export type Screen = {
  readonly screen: string;
  /** Nobody signs in. */
  readonly signedOut?: boolean;
  readonly states: readonly State[];
};

export const admin = 'admin@contoso.com';

export function servicePath(subscription: string, group: string, name: string, query = ''): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}${query}`;
}
