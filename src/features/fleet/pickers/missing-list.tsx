import type { MissingSubscription } from '../../../azure/fleet-missing.ts';
import { missingWords } from '../../../parts/missing-words.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import styles from './pickers.module.css';

type Props = {
  readonly popup: Popup;
  readonly missing: readonly MissingSubscription[];
  readonly onRetry: () => void;
};

/** Every subscription that could not be read: why, and what to quote to whoever helps. */
export function MissingList({ popup, missing, onRetry }: Props) {
  const canPass = missing.some(one => missingWords(one.reason).isFault);
  return (
    <AnchoredPopover
      popup={popup}
      label="Subscriptions that could not be read"
      align="end"
      className={styles['surface']}
    >
      <h2 className={styles['head']}>Subscriptions that could not be read</h2>
      <ul className={styles['missing']}>
        {missing.map(one => (
          <Missing key={one.subscriptionId} missing={one} />
        ))}
      </ul>
      {canPass && (
        <div className={styles['foot']}>
          <PlainButton
            onClick={() => {
              popup.close();
              onRetry();
            }}
          >
            Try again
          </PlainButton>
        </div>
      )}
    </AnchoredPopover>
  );
}

function Missing({ missing: { subscriptionId, name, reason } }: { readonly missing: MissingSubscription }) {
  const { short, long } = missingWords(reason);
  const correlationId = reason === 'not-listed' ? null : reason.correlationId;
  const code = reason === 'not-listed' ? '' : [reason.status || '', reason.code].filter(Boolean).join(' ');
  return (
    <li>
      <strong>{name ?? subscriptionId}</strong>: {short}
      <p>{long}</p>
      {name !== null && <code>{subscriptionId}</code>}
      {code !== '' && <p>Azure answered {code}.</p>}
      {correlationId !== null && (
        <p>
          Correlation id <code>{correlationId}</code>{' '}
          <CopyButton text={correlationId} what="correlation id" />
        </p>
      )}
    </li>
  );
}
