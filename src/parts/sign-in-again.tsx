import { useSession } from '../auth/session-context.ts';
import { PlainButton } from '../ui/plain-button.tsx';
import { useAttempt } from './use-attempt.ts';

/** The one press that brings a lost sign-in back, with the claims that Azure asked for. It comes back to this page. */
export function SignInAgain({ claims }: { readonly claims: string | null }) {
  const { signIn } = useSession();
  const { busy, problem, attempt } = useAttempt();
  return (
    <>
      <PlainButton
        kind="primary"
        disabled={busy}
        onClick={() => void attempt(() => signIn(claims === null ? {} : { claims }))}
      >
        Sign in again
      </PlainButton>
      {problem && <p role="alert">The sign-in did not start: {problem}</p>}
    </>
  );
}
