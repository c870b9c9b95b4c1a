import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import type { HostName, Service } from '../../../domain/service.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useClock } from '../../../ui/use-clock.ts';
import { certificateWords, hostTypeLabel, inReadingOrder, regionOfHost } from './host-name-words.ts';
import styles from './plain-table.module.css';

/** The names that the service answers to, and until when their certificates are valid. */
export function HostNamesTable({ service }: { readonly service: Service }) {
  return (
    <table className={styles['table']} aria-labelledby="host-names">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Serves</th>
          <th scope="col">Host name</th>
          <th scope="col">Certificate</th>
        </tr>
      </thead>
      <tbody>
        {inReadingOrder(service.hostNames).map(host => (
          <tr key={`${host.type} ${host.hostName} ${host.certificateExpiry}`}>
            <th scope="row">{hostTypeLabel(host)}</th>
            <td>
              <span className={styles['resource']}>
                <span className="mono">{host.hostName}</span>
                <CopyButton text={host.hostName} what={host.hostName} className={styles['copy']} />
              </span>
            </td>
            <Certificate host={host} region={regionOfHost(host, service)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Certificate({ host, region }: { readonly host: HostName; readonly region: string | undefined }) {
  const text = useClock(now => certificateWords(host, now).text);
  const tone = useClock(now => certificateWords(host, now).tone);
  return (
    <td data-quiet={tone === 'quiet' || undefined} data-tone={tone}>
      <span className={styles['state']}>
        {tone === 'failed' && <DismissCircle16Filled />}
        {tone === 'risk' && <Warning16Filled />}
        {region === undefined ? text : `${text}, ${region}`}
      </span>
    </td>
  );
}
