import type { ReactNode } from 'react';
import {
  type AddressCell,
  outboundIpCell,
  privateVipCell,
  publicIpCell,
} from '../../../domain/fleet/addresses.ts';
import { addressWords, unitsText } from '../../../domain/fleet/cell-text.ts';
import { type Column, isTagColumn, tagValue } from '../../../domain/fleet/columns.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { gatewayHost } from '../../../domain/fleet/gateway-host.ts';
import { networkLeads } from '../../../domain/fleet/network-answer.ts';
import { regionLabel } from '../../../domain/region.ts';
import { isSubscriptionAtRisk, statusOf } from '../../../domain/status.ts';
import { tierLabel } from '../../../domain/tier.ts';
import { vnetModeQualifier } from '../../../domain/vnet-mode.ts';
import { useHistory } from '../../../history/history-context.ts';
import { CauseLabel } from '../../../parts/cause-mark.tsx';
import { RelativeTime } from '../../../parts/relative-time.tsx';
import { StatusLabel, SubscriptionStateLabel } from '../../../parts/status-label.tsx';
import { VnetBadge } from '../../../parts/vnet-badge.tsx';
import { NetworkLabel } from '../network/network-label.tsx';
import { AddressValue } from './address-value.tsx';
import styles from './cells.module.css';
import { MoreButton } from './more-button.tsx';

/**
 * A cell: the value on the first line, what qualifies it on the second. Of as few elements as it can be: while a reader
 * scrolls, each is made, styled, laid out and painted for every row that comes.
 */
export type CellLines = { readonly value: ReactNode; readonly note?: ReactNode };

/** What stands in a column of a service. `joined`: the private VIPs stand below the public IPs. */
export function cellLines(row: ServiceRow, column: Column, joined: boolean): CellLines {
  const { service } = row;
  if (isTagColumn(column)) {
    const value = tagValue(service.tags, column);
    return value === undefined ? quiet('–') : { value: <Cut>{value}</Cut> };
  }
  switch (column) {
    case 'tier':
      return { value: <Cut>{tierLabel(service.tier) || 'Not reported'}</Cut>, note: unitsText(service) };
    case 'vnet':
      return {
        value: <VnetBadge mode={service.vnetMode} />,
        note: vnetModeQualifier(service.tier, service.vnetMode),
      };
    case 'public':
      return publicLines(row, joined);
    case 'private':
      return { value: <Addresses cell={privateVipCell(service)} column="private" of={row.name} /> };
    case 'outbound': {
      const cell = outboundIpCell(service);
      return { value: <Addresses cell={cell} column="outbound" of={row.name} />, note: cell.note };
    }
    case 'regions':
      return { value: <Regions row={row} /> };
    case 'status':
      return statusLines(row);
    case 'platform': {
      const versions = [...new Set(service.regions.map(region => region.platformVersion))];
      const known = versions.filter(version => version !== null);
      return known.length === 0 ? quiet('Not reported') : { value: <Cut>{known.join(', ')}</Cut> };
    }
    case 'hosts': {
      const host = gatewayHost(row);
      return host === undefined ? quiet('Not reported') : { value: <Cut className="mono">{host}</Cut> };
    }
    case 'created':
      return service.createdAt === null
        ? quiet('Not reported')
        : { value: <RelativeTime at={service.createdAt} /> };
    case 'change':
      return changeLines(row);
  }
}

/** Nothing is recorded of the service, or not yet: on a first visit Azure's own record is still being read. */
function NoChange() {
  const { status, recording, changes } = useHistory();
  const isAwaited = status.status === 'opening' || (status.status === 'on' && recording.on);
  const word = changes === undefined && isAwaited ? '…' : 'Not recorded';
  return <span className={styles['quiet']}>{word}</span>;
}

function quiet(word: string): CellLines {
  return { value: <span className={styles['quiet']}>{word}</span> };
}

/** A text that is cut where it has no room; the whole of it is in the tooltip. */
function Cut({ className, children }: { readonly className?: string; readonly children: string }) {
  return (
    <span className={`${styles['cut']} ${className ?? ''}`} title={children}>
      {children}
    </span>
  );
}

type AddressesProps = { readonly cell: AddressCell; readonly column: Column; readonly of: string };

/** The addresses of the first line, or the word for why there is none. */
function Addresses({ cell, column, of }: AddressesProps) {
  if (cell.addresses.length === 0 && cell.reported.length === 0)
    return <span className={styles['quiet']}>{addressWords[cell.kind]}</span>;
  return (
    <div className={styles['line']}>
      <AddressValue cell={cell} column={column} of={of} inGrid />
    </div>
  );
}

function publicLines(row: ServiceRow, joined: boolean): CellLines {
  const cell = publicIpCell(row.service);
  const value = <Addresses cell={cell} column="public" of={row.name} />;
  const vips = privateVipCell(row.service);
  if (!joined || vips.kind === 'not-applicable') return { value, note: cell.note };
  return {
    value,
    note: (
      <>
        <span className={styles['kind']}>private</span>
        <AddressValue cell={vips} column="private" of={row.name} inGrid />
      </>
    ),
  };
}

function Regions({ row }: { readonly row: ServiceRow }) {
  const [first, ...others] = row.service.regions;
  if (!first) return <span className={styles['quiet']}>Not reported</span>;
  if (others.length === 0) return <Cut>{regionLabel(first.displayName)}</Cut>;
  return (
    <div className={styles['line']}>
      <Cut>{regionLabel(first.displayName)}</Cut>
      <MoreButton
        column="regions"
        label={`All ${row.service.regions.length} regions of ${row.name}`}
        tabIndex={-1}
      >
        +{others.length}
      </MoreButton>
    </div>
  );
}

/** A failing network or a subscription that is not Enabled stands before the provisioning state: it concerns the service sooner. */
function statusLines({ service, subscriptionState, network }: ServiceRow): CellLines {
  const status = <StatusLabel state={service.provisioningState} explained />;
  if (network && networkLeads(network)) {
    const risky = subscriptionState !== null && isSubscriptionAtRisk(subscriptionState);
    const note = risky ? <SubscriptionStateLabel state={subscriptionState} /> : status;
    return { value: <NetworkLabel answer={network} />, note };
  }
  if (subscriptionState !== null && isSubscriptionAtRisk(subscriptionState))
    return { value: <SubscriptionStateLabel state={subscriptionState} />, note: status };
  if (network) return { value: status, note: <NetworkLabel answer={network} /> };
  const target = service.targetProvisioningState;
  const isNews = target !== '' && statusOf(target).tone !== 'fine';
  return isNews ? { value: status, note: `on its way to ${target}` } : { value: status };
}

function changeLines({ changes }: ServiceRow): CellLines {
  if (!changes) return { value: <NoChange /> };
  if (changes.unexplained) {
    return {
      value: <RelativeTime at={changes.unexplained.at} className={styles['strong']} />,
      note: <CauseLabel code="unexplained" />,
    };
  }
  const [cause] = changes.last.causes;
  return {
    value: <RelativeTime at={changes.last.at} />,
    note: cause === undefined ? 'no cause recorded' : <CauseLabel code={cause} />,
  };
}
