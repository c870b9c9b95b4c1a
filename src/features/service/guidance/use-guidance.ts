import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ArmError } from '../../../azure/arm-error.ts';
import { unreadOf } from '../../../azure/as-fact.ts';
import { useAzure } from '../../../azure/azure-context.ts';
import { serviceTagQuery } from '../../../azure/get-service-tag.ts';
import type { ServiceGuidance } from '../../../domain/guidance/contract.ts';
import { guidanceFor } from '../../../domain/guidance/guidance.ts';
import type { QuestionId } from '../../../domain/guidance/questions.ts';
import { situationOf, usesVnet } from '../../../domain/guidance/situation.ts';
import { tagsToRead } from '../../../domain/guidance/tags-to-read.ts';
import {
  type Fact,
  known,
  type NetworkFacts,
  type ServiceTagFacts,
  unread,
} from '../../../domain/network-facts.ts';
import type { Service } from '../../../domain/service.ts';
import type { NetworkRead } from '../use-network-facts.ts';

export type GuidanceRead = {
  readonly guidance: ServiceGuidance;
  /** The facts that it rests on, with the service tags. */
  readonly facts: NetworkFacts;
  /** The facts that this answer needs are on their way: it is not to be told yet. */
  readonly waits: (question: QuestionId) => boolean;
  /** Something is on its way that may add a warning. */
  readonly loading: boolean;
};

type Input = {
  readonly service: Service;
  readonly network: NetworkRead;
  readonly subscriptionState: string | null;
  /** Epoch ms. */
  readonly asOf: number;
  readonly dnsGatewayRegion: string | null;
  /** The question that is open: a tag that only its rule text needs is read when it is asked for. */
  readonly asked: QuestionId;
};

/** The guidance for a service from what is known so far. */
export function useGuidance(input: Input): GuidanceRead {
  const { service, network, subscriptionState, asOf, dnsGatewayRegion, asked } = input;
  const situation = situationOf(service);
  const tags = useServiceTags(service, situation === 'shared' || asked === 'management');
  const { facts: around } = network;
  const { facts: serviceTags } = tags;
  const facts = useMemo((): NetworkFacts => ({ ...around, serviceTags }), [around, serviceTags]);
  const guidance = useMemo(
    () =>
      guidanceFor({
        service,
        network: facts,
        subscriptionState,
        asOf: new Date(asOf).toISOString(),
        dnsGatewayRegion,
      }),
    [service, facts, subscriptionState, asOf, dnsGatewayRegion],
  );
  const endpointsOnly = service.publicNetworkAccess?.toLowerCase() === 'disabled';
  const waits = (question: QuestionId): boolean => {
    switch (question) {
      case 'clients':
        return network.loading && endpointsOnly;
      case 'internet-back-ends':
        return situation === 'shared' ? tags.loading : network.loading && usesVnet(situation);
      case 'private-back-ends':
        return network.loading && usesVnet(situation);
      case 'management':
      case 'dns':
        return false;
    }
  };
  return { guidance, facts, waits, loading: network.loading || tags.loading };
}

/** The service tags that the guidance can use, each asked for by its name; a failure costs the ranges behind it alone. */
function useServiceTags(service: Service, wanted: boolean) {
  const azure = useAzure();
  const names = wanted ? tagsToRead(service) : [];
  const place = { subscriptionId: service.subscriptionId, region: service.regions[0]?.name ?? '' };
  return useQueries({
    queries: names.map(name => serviceTagQuery(azure, place, name)),
    combine: results => ({
      facts: Object.fromEntries(
        names.flatMap((name, index): [string, Fact<ServiceTagFacts>][] => {
          const result = results[index];
          const fact = result && tagFact(result.data, result.error);
          return fact ? [[name.toLowerCase(), fact]] : [];
        }),
      ),
      loading: results.some(({ isPending, fetchStatus }) => isPending && fetchStatus === 'fetching'),
    }),
  });
}

/** Undefined while it is on its way; null is Azure's answer that there is no such tag. */
function tagFact(
  tag: ServiceTagFacts | null | undefined,
  error: Error | null,
): Fact<ServiceTagFacts> | undefined {
  if (tag) return known(tag);
  if (tag === null) return unread('not-found');
  if (error === null) return undefined;
  return error instanceof ArmError ? unreadOf(error, null) : unread('failed');
}
