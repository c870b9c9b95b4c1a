import { formatFindUrl, readFindUrl } from '../../domain/url/find-url.ts';
import { replaceQuery } from '../../ui/navigation.ts';
import { useSearch } from '../../ui/use-search.ts';
import { useSettledText } from '../../ui/use-settled-text.ts';

/** What is asked, as it is typed. */
export function useQuestion(): {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** The typing pauses. */
  readonly rests: boolean;
} {
  const { q } = readFindUrl(useSearch()).url;
  const [text, setText] = useSettledText(q, ask);
  return { text, setText, rests: text === q };
}

function ask(q: string): void {
  replaceQuery(formatFindUrl({ ...readFindUrl(location.search).url, q }));
}
