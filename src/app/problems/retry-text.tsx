import { SignInAgain } from '../../parts/sign-in-again.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import { useClock } from '../../ui/use-clock.ts';
import type { Retry } from './problem.ts';

type Props = { readonly retry: Retry; readonly onRetry: () => void };

/** Whether it is asked again, by whom and when. */
export function RetryText({ retry, onRetry }: Props) {
  switch (retry.by) {
    case 'itself':
      return <GoesOn until={retry.until} />;
    case 'itself-now':
      return 'Being asked again now';
    case 'connection':
      return 'By itself, when the connection is back';
    case 'sign-in':
      return <SignInAgain claims={retry.claims} />;
    case 'reader':
      return (
        <>
          Not by itself.{' '}
          <PlainButton kind="link" onClick={onRetry}>
            Try again
          </PlainButton>
        </>
      );
    case 'right':
      return 'Not by itself: it takes a right first, or a look at whether it is there';
  }
}

/** The seconds are for the eye alone: read out, they would never end. */
function GoesOn({ until }: { readonly until: number }) {
  const seconds = useClock(now => Math.max(0, Math.ceil((until - now) / 1000)));
  return (
    <>
      By itself<span aria-hidden="true">, {seconds > 0 ? `in ${seconds} s` : 'now'}</span>
    </>
  );
}
