import { changesKql, changesOfKql } from './changes-kql.ts';
import { servicesKql, subscriptionsKql } from './fleet-query.ts';

const awkward = "/subscriptions/s/resourceGroups/it's/providers/Microsoft.ApiManagement/service/a\\b";

/** Every query that this product sends to Resource Graph, for a test to put through Microsoft's own parser. */
export const kqlTexts: Readonly<Record<string, string>> = {
  services: servicesKql,
  subscriptions: subscriptionsKql,
  changes: changesKql,
  changesOfService: changesOfKql(awkward),
};
