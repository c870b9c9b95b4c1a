import { utcTimeText } from '../../../domain/time/time-text.ts';
import { formatServiceQuery, type ServiceQuery } from '../../../domain/url/service-url.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import styles from './past.module.css';

type Props = {
  readonly tab: 'guidance' | 'network';
  /** Epoch ms. */
  readonly at: number;
  readonly query: ServiceQuery;
  /** The service is no longer there: there is no now to go back to. */
  readonly gone: boolean;
};

const words = {
  guidance: {
    title: 'No guidance for a moment in the past',
    text: 'Rules follow from subnet ranges, route tables and NAT gateways, which are read live and not kept. Today’s rules would be wrong for that moment, so none are given here.',
    now: 'Guidance for now',
  },
  network: {
    title: 'No network status of a moment in the past',
    text: 'Azure tells what the service reaches at present, and keeps no record of it.',
    now: 'Network status now',
  },
} as const;

/** What cannot be told of the past, in the place of what would be taken for it; and where to go instead. */
export function NotKept({ tab, at, query, gone }: Props) {
  const { title, text, now } = words[tab];
  const href = (part: Partial<ServiceQuery>) =>
    `${location.pathname}${formatServiceQuery({ ...query, ...part })}`;
  return (
    <section className={styles['notKept']} aria-labelledby="past-not-kept">
      <h2 id="past-not-kept">{title}</h2>
      <p>{text}</p>
      <p className={styles['ways']}>
        {!gone && <AppLink href={href({ at: null })}>{now}</AppLink>}
        <AppLink href={href({ tab: 'addresses' })}>Addresses as recorded on {utcTimeText(at)} UTC</AppLink>
      </p>
    </section>
  );
}
