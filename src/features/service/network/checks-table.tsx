import { useState } from 'react';
import { type CheckGroup, checkGroups, type NetworkCheck } from '../../../domain/network-status/check.ts';
import type { PortsOfHosts } from '../../../domain/network-status/ports.ts';
import type { Service } from '../../../domain/service.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { checkHeads } from './check-heads.ts';
import { CheckRow } from './check-row.tsx';
import styles from './checks-table.module.css';

const groupWords: Readonly<Record<CheckGroup, readonly [title: string, note: string]>> = {
  required: [
    'Required and failing',
    'A service that cannot reach these may stop working or cannot be managed',
  ],
  starting: ['Starting', ''],
  optional: ['Optional and failing', 'Does not decide the verdict'],
  unclear: ['Not clear', 'Azure gives a status that this product does not know'],
  fine: ['Fine', ''],
};

/** What is fine is quiet: this many stand there, the others come on demand. */
const fineShown = 3;

type Props = {
  readonly service: Service;
  readonly checks: readonly NetworkCheck[];
  readonly hosts: PortsOfHosts;
  readonly now: number;
};

/** The checks in their groups, what fails first. */
export function ChecksTable({ service, checks, hosts, now }: Props) {
  const [all, setAll] = useState(false);
  const groups = checkGroups
    .map(group => ({ group, rows: checks.filter(check => check.group === group) }))
    .filter(({ rows }) => rows.length > 0);
  const hidden = Math.max(0, checks.filter(check => check.group === 'fine').length - fineShown);
  return (
    <>
      <table className={styles['table']} aria-label="Checks from inside the network">
        <thead>
          <tr>
            {checkHeads.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ group, rows }) => {
          const [title, note] = groupWords[group];
          const shown = group === 'fine' && !all ? rows.slice(0, fineShown) : rows;
          return (
            <tbody key={group} data-group={group}>
              <tr>
                <th className={styles['group']} scope="rowgroup" colSpan={checkHeads.length}>
                  <b>{title}</b> <span>{rows.length}</span> <span>{note}</span>
                </th>
              </tr>
              {shown.map(check => (
                <CheckRow key={check.key} service={service} check={check} hosts={hosts} now={now} />
              ))}
            </tbody>
          );
        })}
      </table>
      {hidden > 0 && (
        <PlainButton
          kind="link"
          className={styles['more'] ?? ''}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all
            ? `Show only ${fineShown} that are fine`
            : `Show ${hidden} more that ${hidden === 1 ? 'is' : 'are'} fine`}
        </PlainButton>
      )}
    </>
  );
}
