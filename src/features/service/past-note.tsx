import { utcTimeText } from '../../domain/time/time-text.ts';
import { formatServiceQuery, type ServiceQuery } from '../../domain/url/service-url.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './service-screen.module.css';

/** The link names a moment: said on every tab, so that nobody takes what was for what is, or the other way round. */
export function PastNote({ query }: { readonly query: ServiceQuery }) {
  if (query.at === null) return null;
  const href = (part: Partial<ServiceQuery>) =>
    `${location.pathname}${formatServiceQuery({ ...query, ...part })}`;
  const onTimeline = query.tab === 'timeline';
  return (
    <div className={styles['notices']}>
      <Banner tone="neutral" live action={<AppLink href={href({ at: null })}>Back to now</AppLink>}>
        {onTimeline ? (
          <>
            <b>The past:</b> addresses as recorded on {utcTimeText(query.at)} UTC. The head of this page
            speaks of now.
          </>
        ) : (
          <>
            <b>This tab shows now.</b> The link is about {utcTimeText(query.at)} UTC:{' '}
            <AppLink href={href({ tab: 'timeline' })}>see the addresses as recorded then</AppLink>.
          </>
        )}
      </Banner>
    </div>
  );
}
