import type { ReactNode } from 'react';
import { useSession } from '../auth/session-context.ts';
import { ArmError } from '../azure/arm-error.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Fact } from '../ui/fact.tsx';
import { PlainButton } from '../ui/plain-button.tsx';
import styles from './error-panel.module.css';
import { type ErrorPlace, errorWords } from './error-words.ts';
import { overlay } from './overlay.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { TenantSwitches } from './tenant-switches.tsx';

type Props = {
  readonly error: unknown;
  readonly place: ErrorPlace;
  readonly onRetry: () => void;
  /** The whole screen, or a part of one at its own size. */
  readonly size?: 'screen' | 'part';
  /** Further ways out, after the usual ones. */
  readonly children?: ReactNode;
};

/** A failed read: what happened, where, what to do, and what to quote to whoever helps. */
export function ErrorPanel({ error, place, onRetry, size = 'part', children }: Props) {
  const words = errorWords(error, place);
  const arm = error instanceof ArmError ? error : undefined;
  const Title = size === 'screen' ? 'h2' : 'h3';
  return (
    <section className={styles['panel']} data-size={size} role="alert">
      <Title>{words.title}</Title>
      <p>{words.text}</p>
      <p>{words.todo}</p>
      <div className={styles['actions']}>
        {arm && <WaysOut error={arm} />}
        <PlainButton onClick={onRetry}>Try again</PlainButton>
        {children}
        <PlainButton kind="link" aria-haspopup="dialog" onClick={() => overlay.set('problems')}>
          All problems and diagnostics
        </PlainButton>
      </div>
      {arm && <ErrorFacts error={arm} place={place} />}
    </section>
  );
}

/** What only the reader may start: a sign-in, or the way into another tenant. Nothing here happens by itself. */
function WaysOut({ error }: { readonly error: ArmError }) {
  if (error.kind === 'sign-in') return <SignInAgain claims={error.claims} />;
  if (error.kind === 'wrong-tenant') return <TenantSwitches tenants={error.tenants} />;
  if (error.code.toLowerCase() === 'subscriptionnotfound') return <TenantSwitches tenants="others" />;
  return null;
}

function ErrorFacts({ error, place }: { readonly error: ArmError; readonly place: ErrorPlace }) {
  const { account } = useSession();
  const { scope, status, code, correlationId, kind, message } = error;
  const answered = [status > 0 && String(status), code].filter(Boolean).join(' ');
  // Without an answer, and for one that is no answer of Azure's, the text above holds these words already.
  const spoke = status > 0 && kind !== 'malformed' && message !== '';
  return (
    <dl className={styles['facts']}>
      {place.resourceGroup !== undefined && <Fact name="Resource group">{place.resourceGroup}</Fact>}
      {place.subscription !== undefined && <Fact name="Subscription">{place.subscription}</Fact>}
      <Fact name="Account">
        {account.username}, in tenant {account.tenantId}
      </Fact>
      <Fact name="While">Trying to {scope.operation}</Fact>
      {answered !== '' && <Fact name="Azure answered">{answered}</Fact>}
      {spoke && <Fact name="In Azure’s words">{message}</Fact>}
      {correlationId !== null && (
        <Fact name="Correlation id">
          <span className={styles['reference']}>
            <code>{correlationId}</code>
            <CopyButton text={correlationId} what="correlation id" className={styles['copy']} />
          </span>
        </Fact>
      )}
    </dl>
  );
}
