import type { ReactNode } from 'react';
import { ArmError } from '../../azure/arm-error.ts';
import type { ServiceRead } from '../../azure/get-service.ts';
import { asOfText } from '../../domain/time/as-of-text.ts';
import { type ErrorPlace, errorWords } from '../../parts/error-words.ts';
import { SignInAgain } from '../../parts/sign-in-again.tsx';
import { Banner } from '../../ui/banner.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import { useClock } from '../../ui/use-clock.ts';
import styles from './service-screen.module.css';

type Props = {
  readonly read: ServiceRead;
  readonly error: unknown;
  readonly paused: boolean;
  readonly place: ErrorPlace;
  readonly onRetry: () => void;
};

/** Says that what stands below is the last that is known, since when, and why. Nothing where it is fresh. */
export function LastKnown({ read, error, paused, place, onRetry }: Props) {
  const since = useClock(now => asOfText(read.receivedAt, now));
  const kept = `Below is what Azure said at ${since}.`;
  if (paused) {
    return (
      <Line>
        <b>You are offline.</b> {kept} The page goes on when you are connected.
      </Line>
    );
  }
  if (error === null) return null;
  const { title, todo } = errorWords(error, place);
  const arm = error instanceof ArmError ? error : undefined;
  return (
    <Line
      action={
        <PlainButton kind="link" onClick={onRetry}>
          Try again
        </PlainButton>
      }
    >
      <b>{title}.</b> {kept} {todo}
      {arm?.correlationId && (
        <span className={styles['reference']}>
          {arm.code} correlation id <code>{arm.correlationId}</code>
          <CopyButton text={arm.correlationId} what="correlation id" />
        </span>
      )}
      {arm?.kind === 'sign-in' && (
        <div className={styles['lineActions']}>
          <SignInAgain claims={arm.claims} />
        </div>
      )}
    </Line>
  );
}

function Line({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={styles['line']}>
      <Banner tone="risk" live action={action}>
        {children}
      </Banner>
    </div>
  );
}
