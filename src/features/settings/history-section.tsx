import { useSession } from '../../auth/session-context.ts';
import { useHistory } from '../../history/history-context.ts';
import { historyOffWords } from '../../history/off-words.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import { ClearHistory } from './clear-history.tsx';
import { HistoryFile } from './history-file.tsx';
import { HistoryUsage } from './history-usage.tsx';
import { RetentionChoice } from './retention-choice.tsx';
import styles from './settings.module.css';
import { TellChoice } from './tell-choice.tsx';

/** The recorded history of this account in this tenant: whether it goes on, how long it is kept, how large it is, and its way out. */
export function HistorySection() {
  const { account, config } = useSession();
  const { status, recording, actions } = useHistory();
  const off = status.status === 'off' ? historyOffWords(status.reason) : undefined;
  if (!config.history.device) {
    return (
      <section aria-labelledby="history">
        <h2 id="history">History</h2>
        <p>
          This installation records nothing on your device (<code>history</code> in its config.json). A
          service’s timeline still shows what Azure itself recorded: about 14 days of changes, and 90 days of
          the activity log.
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <p>
        Of {account.username} in tenant {account.tenantId}, on this device. Another account or tenant has a
        history of its own.
      </p>
      {off && (
        <p role="status">
          <b>{off.title}.</b> {off.text}{' '}
          {off.retry && (
            <PlainButton kind="link" onClick={() => void actions?.retry()}>
              Try again
            </PlainButton>
          )}
        </p>
      )}
      <label className={styles['choice']} htmlFor="history-on">
        <CheckBox
          id="history-on"
          checked={recording.on}
          disabled={!actions}
          onChange={event => void actions?.choose({ on: event.currentTarget.checked })}
        />
        <span>
          Record the addresses of services as they are read
          <small>
            {recording.on
              ? 'Every difference is kept on this device, and sent nowhere.'
              : 'Nothing new is kept. What was recorded before stays until you clear it.'}
          </small>
        </span>
      </label>
      <TellChoice />
      <RetentionChoice />
      <HistoryUsage />
      <HistoryFile />
      <ClearHistory />
    </section>
  );
}
