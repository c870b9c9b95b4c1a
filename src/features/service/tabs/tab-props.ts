import type { ServiceRead } from '../../../azure/get-service.ts';
import type { NetworkRead } from '../use-network-facts.ts';
import type { SubscriptionRead } from '../use-subscription.ts';

/** What every tab of the service screen is given. */
export type TabProps = {
  /** ARM's last answer. Its `service` is null where it could not be understood. */
  readonly read: ServiceRead;
  readonly subscription: SubscriptionRead;
  /** What is known of the network around the service so far. */
  readonly network: NetworkRead;
};
