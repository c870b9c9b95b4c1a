import { useMemo } from 'react';
import { type Explanation, roleExplanations } from '../../../domain/guidance/role-explanations.ts';
import { regionLabel } from '../../../domain/region.ts';
import { addressKind } from '../../../domain/tier.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import { addressesAt } from '../../../domain/timeline/at-date.ts';
import { certain } from '../../../domain/timeline/fact-at.ts';
import type { History } from '../../../domain/timeline/history.ts';
import type { RecordedService } from '../../../domain/timeline/recorded-at.ts';
import { tracksOf } from '../../../domain/timeline/track.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';
import { formatServiceQuery } from '../../../domain/url/service-url.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from '../addresses/addresses-tab.module.css';
import { datedText } from '../timeline/dated-words.ts';
import own from './past.module.css';
import { RecordedBuilds } from './recorded-builds.tsx';
import { RecordedMatrix } from './recorded-matrix.tsx';
import { useRecorded } from './use-record.ts';

type Props = {
  readonly history: History;
  /** Short forms in ARM’s order, which comes before that of former regions. */
  readonly order: readonly string[];
  /** Epoch ms. */
  readonly at: number;
  readonly query: ServiceQuery;
};

/** The addresses of a moment in the past, region by region, how sure each is, and what each region was made of. */
export function PastAddresses({ history, order, at, query }: Props) {
  const recorded = useRecorded(history, at);
  const tracks = useMemo(() => tracksOf(history), [history]);
  if (!recorded) return null;
  const { otherRegions, absent } = recorded;
  const place = (name: string) => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  const regions = [...recorded.regions].sort((a, b) => place(a.name) - place(b.name));
  const copy = () => datedText(addressesAt(tracks, at), `Addresses as recorded on ${utcTimeText(at)} UTC`);
  return (
    <div className={styles['columns']}>
      <div className={styles['main']}>
        <section>
          <div className={styles['head']}>
            <h2 id="past-addresses">Addresses by region, as recorded</h2>
            {regions.length > 0 && (
              <CopyButton text={copy()} what="these addresses">
                Copy all
              </CopyButton>
            )}
          </div>
          {regions.length > 0 ? (
            <RecordedMatrix regions={regions} doubt={doubtOf(recorded)} />
          ) : (
            <p className={styles['none']}>
              {absent
                ? 'The service was not there: deleted, or hidden from whoever looked. It cannot be told which.'
                : 'No address of this service was recorded.'}
            </p>
          )}
          {otherRegions.length > 0 && (
            <p className={own['others']}>
              Not regions of this service then: {otherRegions.map(regionLabel).join(', ')}.
            </p>
          )}
        </section>
        {regions.length > 0 && (
          <section>
            <h2 id="past-builds">How each region was built</h2>
            <RecordedBuilds regions={regions} />
          </section>
        )}
      </div>
      <PastAside recorded={recorded} query={query} />
    </div>
  );
}

function doubtOf({ facts }: RecordedService): string {
  const tier = certain(facts.tier);
  return typeof tier === 'string' && addressKind(tier) === 'shared' ? 'reported, not dedicated' : '';
}

/** Subnet ranges are read live alone: the table of the past has none that could be explained. */
function isRecorded({ term }: Explanation): boolean {
  return term !== 'Subnet range';
}

function PastAside({ recorded, query }: Pick<Props, 'query'> & { readonly recorded: RecordedService }) {
  const tier = certain(recorded.facts.tier);
  const vnetMode = certain(recorded.facts.vnetMode);
  const href = (part: Partial<ServiceQuery>) =>
    `${location.pathname}${formatServiceQuery({ ...query, ...part })}`;
  return (
    <aside className={styles['aside']} aria-labelledby="past-what-for">
      <section>
        <h2 id="past-what-for">What each address was for</h2>
        {typeof tier === 'string' && typeof vnetMode === 'string' ? (
          <dl>
            {roleExplanations({ tier, vnetMode })
              .filter(isRecorded)
              .map(({ term, text }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
          </dl>
        ) : (
          <p>It follows from the tier and the VNet mode, which were not recorded for that moment.</p>
        )}
      </section>
      <section>
        <h2>What is not recorded</h2>
        <p>Host names, subnet ranges, routes and private endpoints. They are read live and not kept.</p>
        <p>
          <AppLink href={href({ tab: 'timeline' })}>What changed before and after</AppLink>
        </p>
      </section>
    </aside>
  );
}
