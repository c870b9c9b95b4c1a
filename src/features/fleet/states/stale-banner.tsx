import { ArmError } from '../../../azure/arm-error.ts';
import { errorWords } from '../../../parts/error-words.ts';
import { ProblemsLink } from '../../../parts/problems-link.tsx';
import { RelativeTime } from '../../../parts/relative-time.tsx';
import { SignInAgain } from '../../../parts/sign-in-again.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { fleetPlace } from '../fleet-place.ts';
import type { Fleet } from '../use-fleet.ts';
import styles from './banners.module.css';

/** The rows stand, but the last read did not bring new ones: why, how old they are, and the way on. */
export function StaleBanner({ fleet }: { readonly fleet: Fleet }) {
  const { read, error, isPaused, refresh } = fleet;
  if (!read || (!error && !isPaused)) return null;
  const failure = error instanceof ArmError ? error : undefined;
  const title = isPaused ? 'This browser is offline' : errorWords(error, fleetPlace).title;
  return (
    <Banner
      tone="risk"
      live
      action={
        failure?.kind === 'sign-in' ? (
          <SignInAgain claims={failure.claims} />
        ) : (
          !isPaused && <TryAgain onRetry={refresh} />
        )
      }
    >
      <b>{title}.</b> You see the services as they were read <RelativeTime at={read.receivedAt} />.
      {isPaused && ' Reading goes on by itself when the connection is back.'}
      {failure?.correlationId && (
        <span className={styles['correlation']}>
          {' '}
          Correlation id <code>{failure.correlationId}</code>
          <CopyButton text={failure.correlationId} what="correlation id" />
        </span>
      )}
    </Banner>
  );
}

/** A part is missing that cannot be laid at the door of any subscription. */
export function IncompleteBanner({ fleet }: { readonly fleet: Fleet }) {
  const { read, refresh } = fleet;
  if (!read?.incomplete || fleet.error) return null;
  return (
    <Banner tone="risk" live action={<TryAgain onRetry={refresh} />}>
      <b>The list of services is not whole.</b> {errorWords(read.incomplete, fleetPlace).text}
    </Banner>
  );
}

function TryAgain({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <span className={styles['actions']}>
      <PlainButton kind="link" onClick={onRetry}>
        Try again
      </PlainButton>
      <ProblemsLink />
    </span>
  );
}
