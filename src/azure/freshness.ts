const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long an answer counts as fresh, in ms: within it a screen that comes back does not ask Azure again. */
export const freshness = {
  /** Resource Graph itself lags by a minute or more. */
  fleet: 2 * minute,
  service: 30 * second,
  /** Tenants and subscriptions: they change by hand, seldom. */
  directory: 10 * minute,
  /** Subnets, route tables, NAT gateways, public IPs, private endpoints. */
  network: 5 * minute,
  /** New data takes up to four weeks to appear in the API (azure-facts 7). */
  serviceTags: 6 * hour,
  /** Azure refreshes it about every 15 minutes (azure-facts 3). */
  networkStatus: 2 * minute,
  outboundDependencies: hour,
  skus: hour,
  /** A change shows within about five minutes (azure-facts 5.3). */
  changes: 2 * minute,
  activityLog: 2 * minute,
} as const;
