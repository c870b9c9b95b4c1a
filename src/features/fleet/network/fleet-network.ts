import { type QueryClient, skipToken, useQuery } from '@tanstack/react-query';
import { type Azure, azureKey } from '../../../azure/azure.ts';
import { useAzure } from '../../../azure/azure-context.ts';
import type { NetworkAnswer } from '../../../domain/fleet/network-answer.ts';

/** By row key. */
export type NetworkAnswers = ReadonlyMap<string, NetworkAnswer>;

const none: NetworkAnswers = new Map();
const answersKey = (azure: Azure) => [...azureKey(azure), 'fleet-network'];

/** What the reader has had checked so far. It lies with the reads, so it goes with them at sign-out. */
export function useNetworkAnswers(): NetworkAnswers {
  const { data } = useQuery<NetworkAnswers>({
    queryKey: answersKey(useAzure()),
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  return data ?? none;
}

export function addNetworkAnswers(queries: QueryClient, azure: Azure, answers: NetworkAnswers): void {
  queries.setQueryData<NetworkAnswers>(
    answersKey(azure),
    before => new Map([...(before ?? none), ...answers]),
  );
}
