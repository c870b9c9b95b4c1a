import { ArmError } from './arm-error.ts';

/**
 * True for a refusal that means "this service has no such thing" and not "you may not" or "try again": what Azure
 * answers for a tier or VNet mode without a network status is not documented (azure-facts 3), except that it is a 4xx.
 */
export function isNotOffered(error: unknown): boolean {
  if (!(error instanceof ArmError)) return false;
  const { kind, status } = error;
  return status >= 400 && status < 500 && (kind === 'not-found' || kind === 'unexpected');
}
