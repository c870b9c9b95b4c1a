import { ArmRefusal } from '../answer.ts';
import { throttled } from '../refusals.ts';
import type { Touching } from './faults.ts';

/** Refusals that a fault puts in the place of the answer. @throws ArmRefusal */
export function refuseByFault(touching: Touching, subscriptionId: string | null): void {
  const throttle = touching.find('throttle');
  if (throttle) throw throttled(subscriptionId ?? 'tenant', throttle.retryAfterSeconds);
  const error = touching.find('error');
  if (error)
    throw new ArmRefusal(
      error.status,
      codes[error.status] ?? 'InternalServerError',
      'Encountered internal server error. The tracking id is in the headers of the answer.',
    );
}

const codes: Readonly<Record<number, string>> = {
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServerUnavailable',
  504: 'GatewayTimeout',
};
