import type { Service } from '../service.ts';
import { isSubscriptionAtRisk } from '../status.ts';
import { addressesOf, type ChangeReason, placesOf } from './change-reason.ts';
import { docs } from './docs.ts';
import type { Situation } from './situation.ts';

/** Reasons in the state of a classic service: its subscription, a stop, a migration that is due. */
export function stateReasons(
  situation: Situation,
  service: Service,
  state: string | null,
): readonly ChangeReason[] {
  const atRisk = isSubscriptionAtRisk(state);
  const reasons: ChangeReason[] = [
    {
      code: 'subscription-reinstated',
      when: atRisk ? 'now' : 'if-you',
      basis: 'documented',
      title: atRisk ? `The subscription is ${state}` : 'A disabled subscription',
      text: `Addresses may change when a subscription is disabled or warned, for example for an unpaid bill, and then reinstated.${state === null ? ' Its state could not be read.' : ''}`,
      affects: addressesOf(situation),
      docs: docs.addresses,
    },
  ];
  if (service.provisioningState.toLowerCase() === 'stopped') {
    reasons.push({
      code: 'subscription-reinstated',
      when: 'now',
      basis: 'reported',
      title: 'The service is stopped',
      text: 'A user saw another address after a stopped, unpaid service was started again.',
      affects: addressesOf(situation),
      docs: docs.addresses,
    });
  }
  const stv1 = service.regions.filter(({ platformVersion }) => platformVersion?.toLowerCase() === 'stv1');
  if (stv1.length > 0 || service.precreatedIps.length > 0) {
    const future =
      service.precreatedIps.length > 0
        ? ` Azure names the addresses to come: ${service.precreatedIps.join(', ')}. Allow them before the migration.`
        : '';
    reasons.push({
      code: 'platform-migrated',
      when: 'now',
      basis: 'documented',
      title: 'A migration from platform stv1 is due',
      text: `The migration either keeps the address, with downtime, or gives a new one.${future}`,
      affects: addressesOf(situation),
      ...placesOf(stv1),
      docs: docs.migration,
    });
  }
  return reasons;
}
