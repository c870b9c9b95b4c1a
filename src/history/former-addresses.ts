import type { FormerAddress } from '../domain/former-address.ts';
import { formerOf } from '../domain/former-of-history.ts';
import type { HistoryStore } from './history-store.ts';

/** Services whose histories are in memory at once. */
const servicesAtOnce = 20;

/** The addresses that services had and have no longer, service by service. */
export async function* formerAddresses(store: HistoryStore): AsyncGenerator<readonly FormerAddress[]> {
  const services = await store.services();
  for (let start = 0; start < services.length; start += servicesAtOnce)
    for (const history of await store.historiesOf(services.slice(start, start + servicesAtOnce)))
      yield formerOf(history);
}
