import { queryOptions } from '@tanstack/react-query';
import { armKey } from '../domain/arm-id.ts';
import { type Azure, azureKey } from './azure.ts';
import type { ById } from './get-resource.ts';

/** The query of one resource, cached once for every spelling of its id. */
export function resourceQuery<T, const TKind extends string>(
  azure: Azure,
  {
    kind,
    id,
    staleTime,
    get,
  }: {
    readonly kind: TKind;
    readonly id: string;
    readonly staleTime: number;
    readonly get: (azure: Azure, byId: ById) => Promise<T>;
  },
) {
  return queryOptions({
    queryKey: [...azureKey(azure), kind, armKey(id)] as const,
    queryFn: ({ signal }) => get(azure, { id, signal }),
    staleTime,
    retry: false,
  });
}
