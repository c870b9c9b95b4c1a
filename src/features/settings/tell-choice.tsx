import { useState } from 'react';
import { useHistory } from '../../history/history-context.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import styles from './settings.module.css';

/** Whether the browser tells of a changed address. The browser is asked when the reader chooses it, and never before. */
export function TellChoice() {
  const { recording, actions } = useHistory();
  const [permission, setPermission] = useState(() => permissionOf());
  const [asking, setAsking] = useState(false);
  const tells = recording.tell && permission === 'granted';

  async function choose(on: boolean): Promise<void> {
    if (!on) return actions?.choose({ tell: false });
    setAsking(true);
    const answer = await Notification.requestPermission();
    setAsking(false);
    setPermission(answer);
    if (answer === 'granted') await actions?.choose({ tell: true });
  }

  return (
    <label className={styles['choice']} htmlFor="history-tell">
      <CheckBox
        id="history-tell"
        checked={tells}
        disabled={!actions || asking || (!tells && (permission === 'none' || permission === 'denied'))}
        onChange={event => void choose(event.currentTarget.checked)}
      />
      <span>
        Tell me in this browser when an address changes
        <small role={permission === 'denied' ? 'alert' : undefined}>{words(permission, recording.on)}</small>
      </span>
    </label>
  );
}

function permissionOf(): NotificationPermission | 'none' {
  return 'Notification' in window ? Notification.permission : 'none';
}

function words(permission: NotificationPermission | 'none', recording: boolean): string {
  if (permission === 'none') return 'This browser shows no notifications of pages.';
  if (permission === 'denied')
    return 'This browser refuses notifications of this page. They can be allowed in its settings for this site.';
  if (!recording) return 'Only while addresses are recorded.';
  return 'With the name of the service and the reason, no address; while a tab of this page is open, and for this account and tenant alone.';
}
