import { useMemo } from 'react';
import { type CheckUrl, formatCheckUrl, readCheckUrl } from '../../domain/url/check-url.ts';
import { replaceQuery } from '../../ui/navigation.ts';
import { useSearch } from '../../ui/use-search.ts';

/** What the page's address chooses: services and purposes. The list is never part of it. */
export function useCheckAddress() {
  const search = useSearch();
  return useMemo(() => readCheckUrl(search), [search]);
}

/** Writes a choice into the page's address. No entry in the history: "back" leaves the check. */
export function changeCheckAddress(part: Partial<Pick<CheckUrl, 'id' | 'for'>>): void {
  replaceQuery(formatCheckUrl({ ...readCheckUrl(location.search).url, ...part }));
}
