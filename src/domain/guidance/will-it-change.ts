import { lowerFirst } from '../lower-first.ts';
import type { NetworkFacts } from '../network-facts.ts';
import type { Service } from '../service.ts';
import { tierLabel } from '../tier.ts';
import { type ChangeReason, isClassic } from './change-reason.ts';
import { networkReasons, ownerReasons } from './change-reasons-owner.ts';
import { stateReasons } from './change-reasons-today.ts';
import { situationOf } from './situation.ts';

export type ChangeOutlook = {
  /** `at-risk`: a reason holds now. `shared`: there is no address to keep. */
  readonly verdict: 'at-risk' | 'stable' | 'shared' | 'unknown';
  /** One sentence that can be quoted. */
  readonly sentence: string;
  /** Those that hold now first. */
  readonly reasons: readonly ChangeReason[];
  /** What people fear and Microsoft does not list as a reason; empty where nothing is promised at all. */
  readonly notListed: string;
};

/** Which of the known reasons for a changed address apply to this service today. Source: learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses. */
export function willItChange(
  service: Service,
  network: NetworkFacts,
  subscriptionState: string | null,
): ChangeOutlook {
  const situation = situationOf(service);
  if (situation === 'undocumented') {
    const sentence = `Microsoft documents nothing about the addresses of ${tierLabel(service.tier)} with VNet mode ${service.vnetMode}.`;
    return { verdict: 'unknown', sentence, reasons: [], notListed: '' };
  }
  const all = isClassic(situation)
    ? [
        ...stateReasons(situation, service, subscriptionState),
        ...ownerReasons(situation, service),
        ...networkReasons(situation, service, network),
      ]
    : [];
  const reasons = [...all.filter(({ when }) => when === 'now'), ...all.filter(({ when }) => when !== 'now')];
  if (!isClassic(situation)) {
    const sentence = `${tierLabel(service.tier)} promises no address, so any address that you see may change at any time.`;
    return { verdict: 'shared', sentence, reasons, notListed: '' };
  }
  const now = reasons.filter(({ when }) => when === 'now');
  const [first] = now;
  return {
    verdict: first ? 'at-risk' : 'stable',
    sentence: first
      ? `Something today may change an address: ${now.map(({ title }) => lowerFirst(title)).join('; ')}.`
      : 'Nothing known today changes an address. Each of these decisions would.',
    reasons,
    notListed:
      'Scaling units, applying network configuration and restoring a backup are not among the reasons that Microsoft lists. That they leave every address alone is not documented either.',
  };
}
