import { lazy, Suspense } from 'react';
import type { ChangeSummary } from '../../domain/fleet/change-summary.ts';
import { ErrorPanel } from '../../parts/error-panel.tsx';
import { QueryNotices } from '../../parts/query-notices.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useFleetAddress } from './fleet-address.ts';
import { fleetPlace } from './fleet-place.ts';
import styles from './fleet-screen.module.css';
import { FleetView } from './fleet-view.tsx';
import { MissingBanner } from './states/missing-banner.tsx';
import { OfflineFleet } from './states/offline-fleet.tsx';
import { IncompleteBanner, StaleBanner } from './states/stale-banner.tsx';
import { useFleet } from './use-fleet.ts';

const EmptyFleet = lazy(async () => ({ default: (await import('./states/empty-fleet.tsx')).EmptyFleet }));

type Props = {
  /** Recorded changes by service; undefined while there are none. */
  readonly changes?: ChangeSummary | undefined;
};

/** Every service that the reader may read (design 2). What the page's address says is what is shown. */
export function FleetScreen({ changes }: Props) {
  useDocumentTitle('Fleet');
  const { state, problems } = useFleetAddress();
  const fleet = useFleet(state.sub);
  const { read, error, isPaused, refresh } = fleet;
  const isEmpty = read && !read.underWay && read.services.length === 0 && read.unreadable.length === 0;
  return (
    <div className={styles['screen']}>
      <h1 className="visually-hidden">Fleet: your API Management services</h1>
      <QueryNotices problems={problems} />
      <StaleBanner fleet={fleet} />
      <IncompleteBanner fleet={fleet} />
      <MissingBanner fleet={fleet} />
      {isEmpty ? (
        <Suspense fallback={null}>
          <EmptyFleet fleet={fleet} read={read} />
        </Suspense>
      ) : error && !read ? (
        <ErrorPanel error={error} place={fleetPlace} onRetry={refresh} size="screen" />
      ) : isPaused && !read ? (
        <OfflineFleet onRetry={refresh} />
      ) : (
        <FleetView fleet={fleet} state={state} changes={changes} />
      )}
    </div>
  );
}
