import { PlainButton } from '../../../ui/plain-button.tsx';
import styles from './no-match.module.css';

/** No connection and nothing read before. */
export function OfflineFleet({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <section className={styles['none']} role="alert">
      <h2>This browser is offline</h2>
      <p>
        The services could not be read, and none were read here before. Reading begins by itself when the
        connection is back.
      </p>
      <PlainButton onClick={onRetry}>Try again</PlainButton>
    </section>
  );
}
