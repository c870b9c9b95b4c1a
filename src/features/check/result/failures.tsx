import { ArmError } from '../../../azure/arm-error.ts';
import { armName } from '../../../domain/arm-id.ts';
import { errorWords } from '../../../parts/error-words.ts';
import { SignInAgain } from '../../../parts/sign-in-again.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { CheckGuidance } from '../use-check-guidance.ts';

/** Chosen services that could not be read: what they need is unknown, and the answer says so. */
export function Failures({ needs }: { readonly needs: CheckGuidance }) {
  const [first] = needs.failed;
  if (!first) return null;
  const [key, error] = first;
  const more = needs.failed.size - 1;
  return (
    <Banner
      tone="risk"
      live
      action={
        error instanceof ArmError && error.kind === 'sign-in' ? (
          <SignInAgain claims={error.claims} />
        ) : (
          <PlainButton kind="link" onClick={needs.refresh}>
            Try again
          </PlainButton>
        )
      }
    >
      <b>
        {armName(key)}
        {more > 0 && ` and ${more} more`} could not be read.
      </b>{' '}
      {errorWords(error, { subject: `the service ${armName(key)}` }).title}.
    </Banner>
  );
}
