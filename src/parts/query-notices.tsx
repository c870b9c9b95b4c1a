import { useState } from 'react';
import type { QueryProblem } from '../domain/url/query-codec.ts';
import { Banner } from '../ui/banner.tsx';
import { PlainButton } from '../ui/plain-button.tsx';

/** Says which values of the link could not be used; each can be put away. */
export function QueryNotices({ problems }: { readonly problems: readonly QueryProblem[] }) {
  const [closed, setClosed] = useState<readonly string[]>([]);
  const keyOf = ({ key, value }: QueryProblem) => `${key}=${value}`;
  const open = problems.filter(one => !closed.includes(keyOf(one)));
  return open.map(one => (
    <Banner
      key={keyOf(one)}
      tone="risk"
      action={
        <PlainButton kind="link" data-closes="" onClick={() => setClosed([...closed, keyOf(one)])}>
          Close
        </PlainButton>
      }
    >
      The link’s <code>{keyOf(one)}</code> was left out: it {one.reason}.
    </Banner>
  ));
}
