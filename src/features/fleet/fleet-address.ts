import { useMemo } from 'react';
import {
  type DecodedFleetUrl,
  decodeFleetUrl,
  encodeFleetUrl,
  type FleetUrl,
} from '../../domain/url/fleet-url.ts';
import { replaceQuery } from '../../ui/navigation.ts';
import { useSearch } from '../../ui/use-search.ts';

/** What the page's address says of the fleet. */
export function useFleetAddress(): DecodedFleetUrl {
  const search = useSearch();
  return useMemo(() => decodeFleetUrl(search), [search]);
}

/** Writes a change into the page's address. No entry in the history: "back" leaves the fleet. */
export function changeFleetAddress(part: Partial<FleetUrl>): void {
  const { state, rest } = decodeFleetUrl(location.search);
  replaceQuery(encodeFleetUrl({ ...state, ...part }, rest));
}
