import { type Session, SignInNeeded, SignInUnreachable } from '../auth/session.ts';
import { Arm } from '../azure/arm.ts';
import { ArmError } from '../azure/arm-error.ts';
import type { Config } from '../config/config.ts';
import { clock } from '../ui/clock.ts';

/**
 * Joins the transport to the session: a token for each request, and sign-in's failures in the transport's terms. The
 * transport belongs to one tenant: a read that outlives a switch never goes on with the next tenant's token.
 */
export function connectArm(config: Config, session: Pick<Session, 'getToken'>, tenantId: string): Arm {
  return new Arm({
    resourceManager: config.cloud.resourceManager,
    fetch: (input, init) => fetch(input, init),
    now: clock.now,
    random: Math.random,
    sleep,
    async getToken(scope, request) {
      try {
        return await session.getToken(tenantId, request);
      } catch (error) {
        const common = { scope, status: 0, correlationId: null };
        if (error instanceof SignInNeeded) {
          throw new ArmError({
            ...common,
            kind: 'sign-in',
            code: 'SignInNeeded',
            message: 'Your sign-in has ended. Sign in again to go on; this page stays as it is.',
            ...(error.claims === undefined ? {} : { claims: error.claims }),
          });
        }
        if (error instanceof SignInUnreachable) {
          throw new ArmError({
            ...common,
            kind: 'offline',
            code: error.message,
            message: 'The sign-in service could not be reached.',
          });
        }
        throw error;
      }
    },
  });
}

function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
