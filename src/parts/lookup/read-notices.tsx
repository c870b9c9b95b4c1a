import { useState } from 'react';
import { ArmError } from '../../azure/arm-error.ts';
import { Banner } from '../../ui/banner.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import { errorWords } from '../error-words.ts';
import { missingWords } from '../missing-words.ts';
import { RelativeTime } from '../relative-time.tsx';
import { SignInAgain } from '../sign-in-again.tsx';
import type { TenantFleet } from './use-tenant-fleet.ts';

const place = {
  subject: 'the API Management services of this tenant',
  right: 'Microsoft.ApiManagement/service/read',
};
/** More names would fill the line; the fleet has them all. */
const mostNamed = 3;

/** What stands between the reader and a whole answer: subscriptions that are missing, a read that failed, no network. */
export function ReadNotices({ fleet }: { readonly fleet: TenantFleet }) {
  const { read, error, isPaused, refresh } = fleet;
  if (!read) return null;
  return (
    <>
      {(error || isPaused) && (
        <Banner tone="risk" live action={<Again error={error} isPaused={isPaused} onRetry={refresh} />}>
          <b>{isPaused ? 'This browser is offline' : errorWords(error, place).title}.</b> Answers come from
          the services as they were read <RelativeTime at={read.receivedAt} />.
        </Banner>
      )}
      {read.incomplete && !error && (
        <Banner
          tone="risk"
          live
          action={<Again error={read.incomplete} isPaused={false} onRetry={refresh} />}
        >
          <b>The list of services is not whole.</b> {errorWords(read.incomplete, place).text}
        </Banner>
      )}
      <Missing fleet={fleet} />
    </>
  );
}

function Again({
  error,
  isPaused,
  onRetry,
}: {
  readonly error: Error | null;
  readonly isPaused: boolean;
  readonly onRetry: () => void;
}) {
  if (error instanceof ArmError && error.kind === 'sign-in') return <SignInAgain claims={error.claims} />;
  if (isPaused) return null;
  return (
    <PlainButton kind="link" onClick={onRetry}>
      Try again
    </PlainButton>
  );
}

function Missing({ fleet: { read, refresh } }: { readonly fleet: TenantFleet }) {
  const [all, setAll] = useState(false);
  const missing = read?.missing ?? [];
  if (missing.length === 0) return null;
  const shown = all ? missing : missing.slice(0, mostNamed);
  const isFault = missing.some(({ reason }) => missingWords(reason).isFault);
  return (
    <Banner
      tone={isFault ? 'risk' : 'neutral'}
      live
      action={
        isFault && (
          <PlainButton kind="link" onClick={refresh}>
            Try again
          </PlainButton>
        )
      }
    >
      <b>
        {missing.length} {missing.length === 1 ? 'subscription' : 'subscriptions'} could not be read.
      </b>{' '}
      {shown.map(({ subscriptionId, name, reason }) => (
        <span key={subscriptionId}>
          {name ?? subscriptionId}: {missingWords(reason).short}.{' '}
        </span>
      ))}
      {shown.length < missing.length && (
        <PlainButton kind="link" onClick={() => setAll(true)}>
          {missing.length - shown.length} more
        </PlainButton>
      )}
    </Banner>
  );
}
