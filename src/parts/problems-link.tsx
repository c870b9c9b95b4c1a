import { PlainButton } from '../ui/plain-button.tsx';
import { overlay } from './overlay.ts';

/** From the news of a failure to the one place that tells all of it. */
export function ProblemsLink() {
  return (
    <PlainButton kind="link" aria-haspopup="dialog" onClick={() => overlay.set('problems')}>
      Details
    </PlainButton>
  );
}
