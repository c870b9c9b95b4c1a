import * as v from 'valibot';
import type { Service, Subscription } from '../domain/service.ts';
import type { Azure } from './azure.ts';
import { servicesKql, subscriptionsKql } from './fleet-query.ts';
import {
  queryResourceGraph,
  type ResourceGraphPage,
  type SubscriptionSelection,
} from './query-resource-graph.ts';
import { type RowReader, type Rows, readRows } from './read-rows.ts';
import { serviceRowReader } from './service-reader.ts';
import { looseText } from './wire.ts';
import { yieldToMain } from './yield-to-main.ts';

/** A row of `subscriptionsKql`. */
const subscriptionColumns = v.object({
  subscriptionId: v.pipe(v.string(), v.nonEmpty('is empty')),
  name: looseText,
  tenantId: looseText,
  state: looseText,
});

const subscriptionReader: RowReader<v.InferOutput<typeof subscriptionColumns>, Subscription> = {
  schema: subscriptionColumns,
  map: row => ({
    id: row.subscriptionId,
    name: row.name ?? row.subscriptionId,
    state: row.state,
    tenantId: row.tenantId,
  }),
};

type Scope = { readonly subscriptionIds: SubscriptionSelection; readonly signal?: AbortSignal | undefined };
export type FleetQueryPage<T> = Rows<T> & Omit<ResourceGraphPage, 'rows'>;

/** The services of a group of subscriptions from Resource Graph, page by page. @throws ArmError */
export async function* queryServices(azure: Azure, scope: Scope): AsyncGenerator<FleetQueryPage<Service>> {
  const query = { operation: 'query services', kql: servicesKql, ...scope };
  for await (const page of queryResourceGraph(azure, query)) {
    // Parsing the JSON of a full page has just held the thread for as long as a slice may.
    await yieldToMain();
    yield { ...page, ...(await readRows(serviceRowReader, page.rows, scope.signal)) };
  }
}

/** The subscriptions of a group that Resource Graph lets the account see. @throws ArmError */
export async function* querySubscriptions(
  azure: Azure,
  scope: Scope,
): AsyncGenerator<FleetQueryPage<Subscription>> {
  const query = { operation: 'query subscriptions', kql: subscriptionsKql, ...scope };
  for await (const page of queryResourceGraph(azure, query))
    yield { ...page, ...(await readRows(subscriptionReader, page.rows, scope.signal)) };
}
