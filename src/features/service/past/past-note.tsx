import { utcTimeText } from '../../../domain/time/time-text.ts';
import { formatServiceQuery, type ServiceQuery } from '../../../domain/url/service-url.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { useClock } from '../../../ui/use-clock.ts';
import styles from '../service-screen.module.css';

type Props = { readonly query: ServiceQuery; readonly at: string };

/** The link names a moment: said on every tab, so that nobody takes what was for what is, or the other way round. */
export function PastNote({ query, at }: Props) {
  const ahead = useClock(now => Date.parse(at) > now);
  const now = `${location.pathname}${formatServiceQuery({ ...query, at: null })}`;
  return (
    <div className={styles['notices']}>
      <Banner tone="neutral" live action={<AppLink href={now}>Back to now</AppLink>} shortAction>
        {ahead ? (
          <>
            <b>{utcTimeText(at)} UTC is still to come.</b> This page shows what was last recorded.
          </>
        ) : (
          <>
            <b>The past:</b> this page shows what was recorded on {utcTimeText(at)} UTC.
          </>
        )}
      </Banner>
    </div>
  );
}
