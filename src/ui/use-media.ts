import { useSyncExternalStore } from 'react';

/** Whether a media query holds now; for what CSS alone cannot do, such as a table that becomes a list. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
