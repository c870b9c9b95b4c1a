import { outboundIpCell, privateVipCell, publicIpCell } from '../../../domain/fleet/addresses.ts';
import { unitsText } from '../../../domain/fleet/cell-text.ts';
import { type Column, columnLabel } from '../../../domain/fleet/columns.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { regionLabel } from '../../../domain/region.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import styles from './pickers.module.css';

type Props = { readonly popup: Popup; readonly row: ServiceRow; readonly column: Column };

/** Everything that a cell has no room for: each value with its region and a way to copy it. */
export function ValueList({ popup, row, column }: Props) {
  const label = `${columnLabel(column)} of ${row.name}`;
  return (
    <AnchoredPopover popup={popup} label={label} className={styles['surface']}>
      <h2 className={styles['head']}>{label}</h2>
      {column === 'regions' ? <Regions row={row} /> : <Addresses row={row} column={column} />}
    </AnchoredPopover>
  );
}

function Regions({ row }: { readonly row: ServiceRow }) {
  const { service } = row;
  return (
    <ul className={styles['addresses']}>
      {service.regions.map(region => (
        <li key={region.name}>
          {regionLabel(region.displayName)}
          <span>
            {[
              region.primary ? 'primary' : '',
              unitsText({ tier: service.tier, units: region.units }),
              region.gatewayDisabled ? 'gateway off' : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Addresses({ row, column }: { readonly row: ServiceRow; readonly column: Column }) {
  const cell =
    column === 'private'
      ? privateVipCell(row.service)
      : column === 'outbound'
        ? outboundIpCell(row.service)
        : publicIpCell(row.service);
  const own = cell.addresses.length > 0;
  const addresses = own ? cell.addresses : cell.reported;
  return (
    <>
      {!own && (
        <p className={styles['note']}>
          Azure reports {addresses.length === 1 ? 'this address' : 'these addresses'}, but Microsoft promises
          this tier none of its own: no firewall rule should rely on {addresses.length === 1 ? 'it' : 'them'}.
        </p>
      )}
      <ul className={styles['addresses']}>
        {addresses.map(({ address, region }) => (
          <li key={`${region.name} ${address}`}>
            <code>{address}</code>
            <span>
              {regionLabel(region.displayName)}
              {region.gatewayDisabled ? ', gateway off' : ''}
            </span>
            <CopyButton text={address} what={address} />
          </li>
        ))}
      </ul>
      {addresses.length > 1 && (
        <div className={styles['foot']}>
          <CopyButton
            text={[...new Set(addresses.map(one => one.address))].join('\n')}
            what={`${addresses.length} addresses`}
          >
            Copy all {addresses.length}
          </CopyButton>
        </div>
      )}
    </>
  );
}
