import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAzure } from '../../azure/azure-context.ts';
import { type ServiceTagPlace, serviceTagQuery } from '../../azure/get-service-tag.ts';
import { type LoadedTag, loadedTag } from '../../domain/find/sources.ts';
import type { ServiceTagFacts } from '../../domain/network-facts.ts';

/** Tags by name in lower case; null for one that Azure does not return. What could not be read has no key. */
export type LoadedTags = ReadonlyMap<string, LoadedTag | null>;

/** One set for each answer of Azure's: a tag of a region holds hundreds of ranges. */
const sets = new WeakMap<ServiceTagFacts, LoadedTag>();

function setOf(facts: ServiceTagFacts): LoadedTag {
  const known = sets.get(facts);
  if (known) return known;
  const made = loadedTag(facts);
  sets.set(facts, made);
  return made;
}

type Result = {
  readonly data: ServiceTagFacts | null | undefined;
  readonly isPending: boolean;
  readonly fetchStatus: string;
};

/** Looks service tags up by name, each once; never the whole list. None are asked where there is no place to ask at. */
export function useServiceTags(
  place: ServiceTagPlace | undefined,
  names: readonly string[],
): { readonly tags: LoadedTags; readonly busy: boolean } {
  const azure = useAzure();
  const key = names.join(' ').toLowerCase();
  // Kept for the same names, so that the same answers stay the same map.
  const combine = useCallback(
    (results: readonly Result[]) => {
      const keys = key.split(' ');
      const tags: LoadedTags = new Map(
        results.flatMap(({ data }, at): [string, LoadedTag | null][] => {
          const name = keys[at];
          return name === undefined || data === undefined ? [] : [[name, data && setOf(data)]];
        }),
      );
      const busy = results.some(({ isPending, fetchStatus }) => isPending && fetchStatus === 'fetching');
      return { tags, busy };
    },
    [key],
  );
  return useQueries({
    queries: place ? names.map(name => serviceTagQuery(azure, place, name)) : [],
    combine,
  });
}
