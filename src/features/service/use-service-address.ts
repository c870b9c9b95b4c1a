import { useEffect, useMemo } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { parseServiceId } from '../../domain/arm-id.ts';
import { pathAsSpelled, readServiceQuery } from '../../domain/url/service-url.ts';
import { useSearch } from '../../ui/use-search.ts';

/** The query of the current address, read by the contract. */
export function useServiceQuery() {
  const search = useSearch();
  return useMemo(() => readServiceQuery(search), [search]);
}

/**
 * Shows the path as ARM spells the id, once that is known, so that what people copy from the address bar is the id.
 * The entry in the history is replaced, trailing parts, query and fragment stay.
 */
export function useSpelledPath(armId: string | undefined): void {
  useEffect(() => {
    const id = armId === undefined ? undefined : parseServiceId(armId);
    if (!id) return;
    const path = pathAsSpelled(location.pathname, id);
    if (path !== location.pathname) navigate(path + location.search + location.hash, { replace: true });
  }, [armId]);
}
