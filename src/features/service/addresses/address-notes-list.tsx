import { armKey } from '../../../domain/arm-id.ts';
import { noticeOf } from '../../../domain/guidance/notices.ts';
import { situationOf } from '../../../domain/guidance/situation.ts';
import type { Service } from '../../../domain/service.ts';
import { isSubscriptionAtRisk } from '../../../domain/status.ts';
import { Banner } from '../../../ui/banner.tsx';
import { subscriptionText } from '../service-facts.ts';
import type { NetworkRead } from '../use-network-facts.ts';
import type { AddressNote } from './address-notes.ts';
import styles from './addresses-tab.module.css';

type Props = {
  readonly service: Service;
  readonly notes: readonly AddressNote[];
  readonly subscriptionState: string | null;
  readonly network: NetworkRead;
};

/** What to doubt and what is not known about the addresses above. */
export function AddressNotesList({ service, notes, subscriptionState, network }: Props) {
  return (
    <div className={styles['notes']}>
      {subscriptionState !== null && isSubscriptionAtRisk(subscriptionState) && (
        <Banner tone="risk">
          <b>Subscription {subscriptionState}.</b> {subscriptionText(subscriptionState)}
        </Banner>
      )}
      {notes.map(({ code, level, regions, text, docs }) => (
        <Banner
          key={`${code} ${text}`}
          tone={level === 'warning' ? 'risk' : level === 'unknown' ? 'unknown' : 'neutral'}
          action={
            <a
              href={docs}
              target="_blank"
              rel="noreferrer"
              aria-label={`Microsoft Learn: ${noticeOf(code).title}`}
            >
              Microsoft Learn
            </a>
          }
        >
          <b>{regionsOf(regions, service)}</b> {text}
        </Banner>
      ))}
      {notes.length === 0 && <Routes service={service} network={network} />}
      {service.precreatedIps.length > 0 && (
        <Banner tone="neutral">
          <b>Prepared for the move to stv2:</b> after it the public IPs will be{' '}
          <span className="mono">{service.precreatedIps.join(', ')}</span>.
        </Banner>
      )}
    </div>
  );
}

/** In the place of warnings: that the routes are being read, and that nothing was found in them. */
function Routes({ service, network }: Pick<Props, 'service' | 'network'>) {
  const ids = service.regions.flatMap(region => region.subnetId ?? []);
  if (ids.length === 0 || !situationOf(service).startsWith('classic-')) return null;
  if (network.loading)
    return <Banner tone="neutral">Reading the subnets, their routes and NAT gateways.</Banner>;
  const known = ids.every(id => network.facts.subnets[armKey(id)]?.state === 'known');
  if (!known) return null;
  return (
    <Banner tone="neutral">
      No route table leads the traffic of these subnets elsewhere. A default route that ExpressRoute or a VPN
      gateway announces does not show here.
    </Banner>
  );
}

function regionsOf(regions: readonly string[], service: Service): string {
  return regions.length === service.regions.length && regions.length > 1
    ? 'Every region:'
    : `${regions.join(', ')}:`;
}
