import { useEffect } from 'react';

const product = 'APIM IP Dashboard';

/** Names the page in the tab, the history and the bookmarks: `contoso · Addresses · APIM IP Dashboard`. */
export function useDocumentTitle(...parts: readonly string[]): void {
  const title = [...parts, product].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
