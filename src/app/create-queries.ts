import { QueryClient } from '@tanstack/react-query';

/** The cache of everything that is read. Nothing in it asks Azure by itself: neither by the clock nor by the focus. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The transport retries, knowing what Azure asked for; a second layer of retries would multiply requests.
      queries: { retry: false, refetchOnWindowFocus: false, gcTime: 30 * 60_000 },
    },
  });
}
