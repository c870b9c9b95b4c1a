import { setTimeout as pause } from 'node:timers/promises';
import { Arm } from '../src/azure/arm.ts';
import type { Azure } from '../src/azure/azure.ts';
import type { Cloud } from '../src/config/cloud.ts';
import { type SignIn, tenantOf } from './sign-in.ts';

/** The page's own transport, with Node's network and clock. @throws ArmError where sign-in fails */
export async function connect(
  cloud: Cloud,
  { getToken }: SignIn,
  now: () => number = Date.now,
): Promise<Azure> {
  const arm = new Arm({
    resourceManager: cloud.resourceManager,
    getToken,
    fetch: (input, init) => fetch(input, init),
    now,
    random: Math.random,
    sleep: async (ms, signal) => {
      await pause(ms, undefined, signal ? { signal } : {});
    },
  });
  const tenantId = tenantOf(await getToken({ operation: 'sign in' }, {}));
  return { arm, scope: { cloud: cloud.name, tenantId, accountId: 'recorder' } };
}
