import { changesKql, changesOfKql } from './changes-kql.ts';
import { servicesKql, subscriptionsKql } from './fleet-query.ts';
import { subnetsKql } from './subnets-kql.ts';

const awkward = "/subscriptions/s/resourceGroups/it's/providers/Microsoft.ApiManagement/service/a\\b";

/** Every query that this product sends to Resource Graph, for a test to put through Microsoft's own parser. */
export const kqlTexts: Readonly<Record<string, string>> = {
  services: servicesKql,
  subscriptions: subscriptionsKql,
  changes: changesKql,
  changesOfService: changesOfKql(awkward),
  subnets: subnetsKql([
    awkward,
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v',
  ]),
};
