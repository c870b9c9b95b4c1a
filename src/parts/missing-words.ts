import type { ArmError } from '../azure/arm-error.ts';
import type { MissingSubscription } from '../azure/fleet-missing.ts';

export type MissingWords = {
  /** A few words behind the subscription's name: `no read right (403)`. */
  readonly short: string;
  /** A sentence or two for the details. */
  readonly long: string;
  /** A missing right is information; anything else is a fault that may pass. */
  readonly isFault: boolean;
};

/** Why a subscription is missing, in the reader's words. */
export function missingWords(reason: MissingSubscription['reason']): MissingWords {
  if (reason === 'not-listed') {
    return {
      short: 'not listed',
      long: 'Resource Graph leaves out, without a word, what you may not read. You have no read right there, or it is in another tenant.',
      isFault: false,
    };
  }
  return { ...ofError(reason), isFault: reason.kind !== 'forbidden' && reason.kind !== 'not-found' };
}

function ofError({ kind, status, code, message }: ArmError): Pick<MissingWords, 'short' | 'long'> {
  switch (kind) {
    case 'forbidden':
      return {
        short: `no read right (${status})`,
        long: 'Your account may not read API Management services there. The Reader role on the subscription is enough.',
      };
    case 'not-found':
      return {
        short: `not found (${status})`,
        long: 'It is in another tenant, it was deleted, or your account has no access to anything in it.',
      };
    case 'throttled':
      return {
        short: 'too many requests',
        long: 'Azure limits how often a subscription may be read, and somebody has reached the limit.',
      };
    case 'offline':
      return { short: 'no connection', long: message };
    case 'sign-in':
      return { short: 'sign-in needed', long: message };
    case 'wrong-tenant':
      return { short: 'in another tenant', long: 'Switch to the tenant that holds it to read its services.' };
    case 'server':
      return { short: status > 0 ? `Azure had a problem (${status})` : 'no answer in time', long: message };
    case 'malformed':
      return { short: 'answer not understood', long: message };
    case 'unexpected':
      return { short: code || 'could not be read', long: message };
  }
}
