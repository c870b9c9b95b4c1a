import { Link20Regular } from '@fluentui/react-icons/headless/svg/link';
import { regionLabel } from '../../../domain/region.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import { type AddressesAt, addressesAt } from '../../../domain/timeline/at-date.ts';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import type { Track } from '../../../domain/timeline/track.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import styles from './dated-addresses.module.css';
import { datedText, kindsOf, stateText } from './dated-words.ts';
import { changesOfDay, type DayChange } from './day-changes.ts';
import { kindLabels } from './lane-layout.ts';
import { MomentFields } from './moment-fields.tsx';
import { serviceHref } from './timeline-address.ts';

type Props = {
  readonly tracks: readonly Track[];
  /** Every change, for those of the chosen day. */
  readonly entries: readonly TimelineEntry[];
  /** Null: now. */
  readonly at: number | null;
  readonly now: number;
  readonly query: ServiceQuery;
  readonly onChoose: (instant: number | null) => void;
};

/** The text twin of the chart's chosen moment: which addresses there were, region by region, and how sure that is. */
export function DatedAddresses({ tracks, entries, at, now, query, onChoose }: Props) {
  const found = addressesAt(tracks, at ?? now);
  const changes = at === null ? [] : changesOfDay(entries, at);
  const title = at === null ? 'Addresses as last seen' : `Addresses on ${utcTimeText(at)} UTC`;
  const link = () =>
    `${location.origin}${serviceHref(query, { tab: 'timeline', at: query.at ?? new Date(now).toISOString() })}`;
  return (
    <section className={styles['aside']} aria-label={title}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        <CopyButton text={datedText(found, title, changes)} what="these addresses" />
      </div>
      <MomentFields at={at} now={now} onChoose={onChoose}>
        <button
          type="button"
          aria-label="Copy a link to this date"
          title="Copy a link to this date"
          onClick={() => void copyText(link(), 'Link')}
        >
          <Link20Regular />
        </button>
      </MomentFields>
      <DayChanges changes={changes} />
      <DatedRegions found={found} />
      {at !== null && (
        <PlainButton kind="link" onClick={() => onChoose(null)}>
          Back to now
        </PlainButton>
      )}
    </section>
  );
}

/** Said before the addresses: on such a day they are those of one moment alone. */
function DayChanges({ changes }: { readonly changes: readonly DayChange[] }) {
  return changes.map(({ id, when, lines }) => (
    <div key={id} className={styles['changed']}>
      <p>{when}</p>
      <ul>
        {lines.map(({ key, region, label, before, after }) => (
          <li key={key}>
            {region === undefined ? label : `${region}, ${label}`}: <code>{before}</code> before,{' '}
            <code>{after}</code> after
          </li>
        ))}
      </ul>
    </div>
  ));
}

/** Addresses at one instant, region by region. */
export function DatedRegions({ found }: { readonly found: readonly AddressesAt[] }) {
  const regions = [...new Set(found.map(one => one.region))];
  if (regions.length === 0) return <p className={styles['quiet']}>Nothing is known.</p>;
  return regions.map(region => {
    const own = kindsOf(found, region);
    const [first] = own;
    const note = first && stateText(first);
    return (
      <div key={region} className={styles['region']}>
        <h3>{regionLabel(region)}</h3>
        {own.some(hasAddresses) && (
          <dl>
            {own.filter(hasAddresses).map(one => (
              <div key={one.kind}>
                <dt>{kindLabels[one.kind]}</dt>
                <dd>
                  <Addresses one={one} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {note && <p className={own.some(hasAddresses) ? styles['note'] : styles['quiet']}>{note}</p>}
      </div>
    );
  });
}

function hasAddresses(one: AddressesAt): boolean {
  return one.state === 'known' || one.state === 'after-record' || one.state === 'gap';
}

function Addresses({ one }: { readonly one: AddressesAt }) {
  if (one.state === 'gap' && !one.same)
    return (
      <>
        <code>{one.before.join(', ') || 'none'}</code> or <code>{one.after.join(', ') || 'none'}</code>
      </>
    );
  if (one.state === 'gap') return <code>{one.before.join(', ') || 'none'}</code>;
  if (one.state === 'known' || one.state === 'after-record') {
    return one.addresses.length === 0 ? (
      <span className={styles['quiet']}>none</span>
    ) : (
      one.addresses.map(address => (
        <span key={address} className={styles['address']}>
          <CopyButton text={address} what={address} className={styles['copy']} />
          <code>{address}</code>
        </span>
      ))
    );
  }
  return null;
}
