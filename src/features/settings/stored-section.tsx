import { useSession } from '../../auth/session-context.ts';
import { fleetStore } from '../../fleet-cache/fleets.ts';
import { useHistory } from '../../history/history-context.ts';
import { teamFileText } from '../../history/team-file.ts';
import { announce } from '../../ui/announce.ts';
import { useClock } from '../../ui/use-clock.ts';
import styles from './settings.module.css';

/** What lies on this device, where, and until when (SECURITY.md has the same table). */
export function StoredSection() {
  const { config, signOut } = useSession();
  const { team } = useHistory();
  const teamText = useClock(now => (team ? teamFileText(team, now) : ''));
  const tokens =
    config.tokenCache === 'localStorage'
      ? 'localStorage, encrypted by the sign-in library except in keep-me-signed-in and domain-joined sessions'
      : 'sessionStorage, gone with this tab';
  const kept = config.fleetCache === 'device';
  const rows = [
    ['Tokens', tokens, 'sign-out'],
    [
      'Account and tenant in use',
      'ids alone, no names; this tab, and the last one on this device',
      'sign-out',
    ],
    [
      'That an account was signed out here',
      'its id, in localStorage, for tabs that did not hear',
      'its next sign-in',
    ],
    [
      'Theme, order of the rows, chosen subscriptions, choices about keys and the history',
      'localStorage, for this browser',
      'you clear this site’s data',
    ],
    [
      'Last known fleet, shown while Azure is read anew',
      kept
        ? 'IndexedDB, apart for each cloud, tenant, account and choice of subscriptions'
        : 'switched off by this installation',
      'sign-out, or you forget it',
    ],
    [
      'Recorded history',
      config.history.device
        ? `IndexedDB, apart for each cloud, tenant and account${config.history.url === null ? '' : '; a copy of your team’s record lies beside it while you record'}`
        : 'switched off by this installation',
      'you clear it, or the time to keep it is over',
    ],
  ] as const;
  return (
    <section aria-labelledby="stored">
      <h2 id="stored">Stored on this device</h2>
      <p>Nothing is sent anywhere but to Azure: no telemetry, no third party.</p>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Where</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, where, until]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{where}</td>
              <td>{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {teamText && <p>{teamText}</p>}
      <p className={styles['row']}>
        <button type="button" className={styles['button']} onClick={() => void signOut()}>
          Sign out and forget the tokens
        </button>
        {kept && (
          <button type="button" className={styles['button']} onClick={() => void forget()}>
            Forget the last known fleet
          </button>
        )}
      </p>
    </section>
  );
}

async function forget(): Promise<void> {
  await fleetStore.clear();
  announce('The last known fleet is forgotten');
}
