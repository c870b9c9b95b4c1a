import { ArrowSync16Regular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import {
  DismissCircle16Filled,
  DismissCircle16Regular,
} from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import type { ReactNode } from 'react';
import type { CheckGroup, NetworkCheck } from '../../../domain/network-status/check.ts';
import { kindWords } from '../../../domain/network-status/kind-words.ts';
import { checkPorts, dependencyName, type PortsOfHosts } from '../../../domain/network-status/ports.ts';
import { sinceText } from '../../../domain/network-status/time-words.ts';
import { whatToCheck } from '../../../domain/network-status/what-to-check.ts';
import type { Service } from '../../../domain/service.ts';
import { timeTooltip } from '../../../parts/relative-time.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './checks-table.module.css';

const icons: Readonly<Record<CheckGroup, ReactNode>> = {
  required: <DismissCircle16Filled />,
  starting: <ArrowSync16Regular />,
  optional: <DismissCircle16Regular />,
  unclear: <QuestionCircle16Regular />,
  fine: <CheckmarkCircle16Regular />,
};

type Props = {
  readonly service: Service;
  readonly check: NetworkCheck;
  readonly hosts: PortsOfHosts;
  readonly now: number;
};

/** One check of one region. */
export function CheckRow({ service, check, hosts, now }: Props) {
  const { connectivity, group } = check;
  const ports = checkPorts(connectivity, hosts);
  const todo = whatToCheck(service, check, ports);
  const said = connectivity.error?.trim() ?? '';
  return (
    <tr data-group={group}>
      <td className={styles['status']} title={checkedText(check)}>
        <span>
          {icons[group]}
          {statusWord(check)}
        </span>
        {check.stale && <small>old: {sinceText(connectivity.lastUpdated ?? '', now)}</small>}
      </td>
      <th scope="row">
        <Name check={check} />
      </th>
      <td data-head="Kind">{check.inbound ? 'Management' : kindWords(connectivity.resourceType)}</td>
      <td data-head="Port" data-empty={ports.length === 0 || undefined} className="mono">
        {ports.join(', ')}
      </td>
      <td data-head="Region">{check.region}</td>
      <td data-head="Since, UTC">
        {connectivity.lastStatusChange === null ? (
          <span className={styles['quiet']}>Not reported</span>
        ) : (
          <time dateTime={connectivity.lastStatusChange} title={timeTooltip(connectivity.lastStatusChange)}>
            {sinceText(connectivity.lastStatusChange, now)}
          </time>
        )}
      </td>
      <td data-head="Azure says" data-wide data-empty={said === '' || undefined} className={styles['said']}>
        {said}
      </td>
      <td data-head="What to check" data-wide data-empty={todo === null || undefined}>
        {todo}
      </td>
    </tr>
  );
}

/** A machine's name can be copied as Azure gives it; a label is only read. */
function Name({ check }: { readonly check: NetworkCheck }) {
  const { connectivity, inbound } = check;
  if (inbound) return <span title={connectivity.name}>{connectivity.resourceType ?? connectivity.name}</span>;
  const name = dependencyName(connectivity);
  if (!name.includes('.')) return name;
  return (
    <span className={styles['host']} title={connectivity.name}>
      <code>{name}</code>
      <CopyButton text={name} what={name} className={styles['copy']} />
    </span>
  );
}

function statusWord({ group, connectivity }: NetworkCheck): string {
  switch (group) {
    case 'required':
    case 'optional':
      return 'Failing';
    case 'starting':
      return 'Starting';
    case 'fine':
      return 'Fine';
    case 'unclear':
      return connectivity.statusText.trim() || 'Not reported';
  }
}

function checkedText({ connectivity }: NetworkCheck): string {
  return connectivity.lastUpdated === null
    ? 'Azure does not say when it checked'
    : `Azure’s word: ${connectivity.statusText}\nLast checked ${timeTooltip(connectivity.lastUpdated)}`;
}
