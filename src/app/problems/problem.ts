import type { ArmError } from '../../azure/arm-error.ts';

/** How a failed read goes on: `until` is epoch ms. */
export type Retry =
  | { readonly by: 'itself'; readonly until: number }
  | { readonly by: 'itself-now' }
  | { readonly by: 'connection' }
  | { readonly by: 'sign-in'; readonly claims: string | null }
  | { readonly by: 'reader' }
  /** Asking again changes nothing until somebody gives a right. */
  | { readonly by: 'right' };

/** Something that could not be read, or waits. */
export type Problem = {
  readonly key: string;
  /** `read the service`, as the reads themselves call it. */
  readonly operation: string;
  /** The resource that was asked for; null where it was many. */
  readonly about: string | null;
  /** GUID; null for reads of the whole tenant. */
  readonly subscriptionId: string | null;
  /** `not-listed` as in `MissingSubscription`; any other error is a fault of the dashboard. */
  readonly reason: ArmError | Error | 'not-listed';
  /** Epoch ms at which it failed; null where it is still being tried. */
  readonly at: number | null;
  readonly retry: Retry;
  /** A missing right is information; anything else is a fault that may pass. */
  readonly isFault: boolean;
  /** What is on the screen needs it; else it is of a screen that was open before. */
  readonly isShown: boolean;
};
