import type { Service } from '../../../domain/service.ts';
import { isSubscriptionAtRisk } from '../../../domain/status.ts';
import { vnetModeQualifier } from '../../../domain/vnet-mode.ts';
import { StatusLabel, SubscriptionStateLabel } from '../../../parts/status-label.tsx';
import { VnetBadge } from '../../../parts/vnet-badge.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { platformText, regionsText, tierText } from '../service-facts.ts';
import type { SubscriptionRead } from '../use-subscription.ts';
import type { FactItem } from './facts.tsx';

/** The facts of the header in their order; a subscription at risk stands before the status, which looks fine then. */
export function factItems(service: Service, subscription: SubscriptionRead): readonly FactItem[] {
  const qualifier = vnetModeQualifier(service.tier, service.vnetMode);
  const state = subscription.state === 'known' ? subscription.subscription.state : null;
  const subscriptionFact = subscriptionItem(subscription);
  const status: FactItem = {
    key: 'status',
    content: <StatusLabel state={service.provisioningState} explained />,
    meaning: words => words.statusMeaning(service),
  };
  return [
    { key: 'tier', content: tierText(service), meaning: words => words.tierMeaning(service), strong: true },
    {
      key: 'vnet',
      content: (
        <>
          <VnetBadge mode={service.vnetMode} none="badge" />
          {qualifier}
        </>
      ),
      meaning: words => words.vnetMeaning(service),
    },
    ...(isSubscriptionAtRisk(state) ? [subscriptionFact, status] : [status, subscriptionFact]),
    ...publicAccess(service),
    { key: 'platform', content: platformText(service), meaning: words => words.platformMeaning() },
    { key: 'regions', content: regionsText(service) },
  ];
}

function subscriptionItem(subscription: SubscriptionRead): FactItem {
  const key = 'subscription';
  if (subscription.state === 'loading') return { key, content: <Skeleton width="20ch" /> };
  const state = subscription.state === 'known' ? subscription.subscription.state : null;
  if (state === null) {
    return {
      key,
      content: 'Subscription state unknown',
      meaning: words => words.subscriptionMeaning(null),
      quiet: true,
    };
  }
  const content = isSubscriptionAtRisk(state) ? (
    <SubscriptionStateLabel state={state} />
  ) : (
    'Subscription enabled'
  );
  return { key, content, meaning: words => words.subscriptionMeaning(state) };
}

/** Said only where it is not the default: clients then need a private endpoint. */
function publicAccess({ publicNetworkAccess: access }: Service): readonly FactItem[] {
  if (access === null || access.toLowerCase() === 'enabled') return [];
  return [
    {
      key: 'public-access',
      content: `Public access ${access.toLowerCase() === 'disabled' ? 'disabled' : `“${access}”`}`,
      meaning: words => words.publicAccessMeaning(),
    },
  ];
}
