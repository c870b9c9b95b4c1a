import { ErrorCircle16Regular } from '@fluentui/react-icons/headless/svg/error-circle';
import { type AddressCell, privateVipCell, publicIpCell } from '../../../domain/fleet/addresses.ts';
import { unitsText } from '../../../domain/fleet/cell-text.ts';
import type { Column } from '../../../domain/fleet/columns.ts';
import type { ServiceRow, UnreadableFleetRow } from '../../../domain/fleet/fleet-row.ts';
import { regionLabel } from '../../../domain/region.ts';
import { isSubscriptionAtRisk } from '../../../domain/status.ts';
import { tierLabel } from '../../../domain/tier.ts';
import { vnetModeQualifier } from '../../../domain/vnet-mode.ts';
import { CauseLabel } from '../../../parts/cause-mark.tsx';
import { RelativeTime } from '../../../parts/relative-time.tsx';
import { StatusLabel, SubscriptionStateLabel } from '../../../parts/status-label.tsx';
import { VnetBadge } from '../../../parts/vnet-badge.tsx';
import { AppLink } from '../../../ui/app-link.tsx';
import { NetworkLabel } from '../network/network-label.tsx';
import { AddressValue } from '../table/address-value.tsx';
import { edgeOf, Place, servicePath } from '../table/service-row.tsx';
import styles from './entries.module.css';

type EntryProps = {
  readonly index: number;
  /** Px from the top of the list. */
  readonly top: number;
  readonly count: number;
  readonly measure: (element: Element | null) => void;
};

/** One service as an entry: name and status, place, badge and tier, addresses, risk, last change. */
export function ServiceEntry({ row, ...place }: EntryProps & { readonly row: ServiceRow }) {
  const { service, subscriptionState, changes, network } = row;
  const [region, ...others] = service.regions;
  const vips = privateVipCell(service);
  return (
    <li {...liProps(row.key, place)} data-edge={edgeOf(row)}>
      <div className={styles['head']}>
        <AppLink href={servicePath(row)} className={styles['name']}>
          {row.name}
        </AppLink>
        <StatusLabel state={service.provisioningState} />
      </div>
      <Place group={service.resourceGroup} subscription={row.subscription} />
      <p className={styles['facts']}>
        <VnetBadge mode={service.vnetMode} none="badge" />
        <span>
          {[vnetModeQualifier(service.tier, service.vnetMode), tierLabel(service.tier), unitsText(service)]
            .filter(Boolean)
            .join(', ')}
        </span>
        {region && (
          <span className={styles['quiet']}>
            {regionLabel(region.displayName)}
            {others.length > 0 && ` +${others.length}`}
          </span>
        )}
      </p>
      <AddressLine name="Public IP" cell={publicIpCell(service)} column="public" of={row.name} />
      {vips.kind !== 'not-applicable' && (
        <AddressLine name="Private VIP" cell={vips} column="private" of={row.name} />
      )}
      {subscriptionState !== null && isSubscriptionAtRisk(subscriptionState) && (
        <p>
          <SubscriptionStateLabel state={subscriptionState} />
        </p>
      )}
      {network && (
        <p>
          <NetworkLabel answer={network} />
        </p>
      )}
      {changes && (
        <p className={styles['change']} data-unexplained={changes.unexplained !== null}>
          <CauseLabel code={changes.unexplained ? 'unexplained' : (changes.last.causes[0] ?? 'changed')} />,{' '}
          <RelativeTime at={changes.unexplained?.at ?? changes.last.at} />
        </p>
      )}
    </li>
  );
}

type LineProps = {
  readonly name: string;
  readonly cell: AddressCell;
  readonly column: Column;
  readonly of: string;
};

function AddressLine({ name, cell, column, of }: LineProps) {
  return (
    <div className={styles['address']}>
      <span className={styles['kind']}>{name}</span>
      <AddressValue cell={cell} column={column} of={of} />
      {cell.note !== '' && <span className={styles['note']}>{cell.note}</span>}
    </div>
  );
}

/** A row that could not be read, in its place. */
export function UnreadableEntry({ row, ...place }: EntryProps & { readonly row: UnreadableFleetRow }) {
  return (
    <li {...liProps(row.key, place)}>
      <div className={styles['head']}>
        <span className={styles['name']}>{row.name}</span>
        <span className={styles['unreadable']}>
          <ErrorCircle16Regular /> Unreadable
        </span>
      </div>
      <p className={styles['quiet']}>{row.unreadable.problem}</p>
      <button type="button" className={styles['link']} data-json={row.key}>
        Show its JSON
      </button>
    </li>
  );
}

function liProps(key: string, { index, top, count, measure }: EntryProps) {
  return {
    ref: measure,
    className: styles['entry'],
    style: { transform: `translateY(${top}px)` },
    'data-key': key,
    'data-index': index,
    'aria-setsize': count,
    'aria-posinset': index + 1,
  };
}
