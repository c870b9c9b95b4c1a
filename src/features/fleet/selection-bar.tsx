import type { ReactNode } from 'react';
import { distinctAddresses, privateVipCell, publicIpCell } from '../../domain/fleet/addresses.ts';
import type { ServiceRow } from '../../domain/fleet/fleet-row.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import styles from './selection-bar.module.css';

type Props = {
  readonly rows: readonly ServiceRow[];
  readonly onClear: () => void;
  /** The export of these rows. */
  readonly children: ReactNode;
};

/** What can be done with the chosen rows; stands in the place of the filters, at the same height. */
export function SelectionBar({ rows, onClear, children }: Props) {
  const publicIps = distinctAddresses(rows.flatMap(row => publicIpCell(row.service).addresses));
  const privateVips = distinctAddresses(rows.flatMap(row => privateVipCell(row.service).addresses));
  return (
    <section className={styles['bar']} aria-label="The selected services">
      <strong role="status">{rows.length} selected</strong>
      <CopyAddresses addresses={publicIps} one="public IP" many="public IPs" />
      <CopyAddresses addresses={privateVips} one="private VIP" many="private VIPs" />
      {children}
      <PlainButton kind="link" onClick={onClear}>
        Clear
      </PlainButton>
    </section>
  );
}

type CopyProps = { readonly addresses: readonly string[]; readonly one: string; readonly many: string };

function CopyAddresses({ addresses, one, many }: CopyProps) {
  if (addresses.length === 0) return null;
  const what = addresses.length === 1 ? `1 ${one}` : `${addresses.length} ${many}`;
  return (
    <CopyButton text={addresses.join('\n')} what={what}>
      Copy {what}
    </CopyButton>
  );
}
