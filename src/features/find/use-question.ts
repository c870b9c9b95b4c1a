import { useEffect, useRef, useState } from 'react';
import { formatFindUrl, readFindUrl } from '../../domain/url/find-url.ts';
import { replaceQuery } from '../../ui/navigation.ts';
import { useSearch } from '../../ui/use-search.ts';

/** Browsers refuse an address that changes with every key (Safari: 100 times in 30 s). */
const settleMs = 300;

/** What is asked, as it is typed; the page's address follows when the typing pauses, and leads when it changes by itself. */
export function useQuestion(): {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The typing pauses. */
  readonly rests: boolean;
} {
  const { q } = readFindUrl(useSearch()).url;
  const [text, setText] = useState(q);
  const written = useRef(q);

  useEffect(() => {
    if (q === written.current) return;
    written.current = q;
    setText(q);
  }, [q]);
  useEffect(() => {
    if (text === written.current) return;
    const timer = setTimeout(() => {
      written.current = text;
      replaceQuery(formatFindUrl({ ...readFindUrl(location.search).url, q: text }));
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, setText, rests: text === q };
}
