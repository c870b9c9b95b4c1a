import { lazy, Suspense, useEffect } from 'react';
import { useHistory } from '../../history/history-context.ts';
import { QueryNotices } from '../../parts/query-notices.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useFleetAddress } from './fleet-address.ts';
import { fleetPlace } from './fleet-place.ts';
import styles from './fleet-screen.module.css';
import { FleetView } from './fleet-view.tsx';
import { useRememberedOrder } from './remembered-order.ts';
import { OfflineFleet } from './states/offline-fleet.tsx';
import { useCalmly } from './use-calmly.ts';
import { useFleet } from './use-fleet.ts';

const loadErrorPanel = () => import('../../parts/error-panel.tsx');
const ErrorPanel = lazy(async () => ({ default: (await loadErrorPanel()).ErrorPanel }));
const FleetBanners = lazy(async () => ({
  default: (await import('./states/fleet-banners.tsx')).FleetBanners,
}));
const VisitNote = lazy(async () => ({ default: (await import('./states/visit-note.tsx')).VisitNote }));
const EmptyFleet = lazy(async () => ({ default: (await import('./states/empty-fleet.tsx')).EmptyFleet }));

/** Every service that the reader may read (design 2). What the page's address says is what is shown. */
export function FleetScreen() {
  useDocumentTitle('Fleet');
  useRememberedOrder();
  const { state, problems } = useFleetAddress();
  const { lastVisit, changes: known } = useHistory();
  const { fleet, changes } = useCalmly(useFleet(state.sub), known);
  const { read, error, isPaused, refresh } = fleet;
  // Fetched while the first read is under way: it is needed when the network is no longer there to bring it.
  useEffect(() => void loadErrorPanel(), []);
  const isEmpty = read && !read.underWay && read.services.length === 0 && read.unreadable.length === 0;
  return (
    <div className={styles['screen']}>
      <h1 className="visually-hidden">Fleet: your API Management services</h1>
      <QueryNotices problems={problems} />
      <Suspense fallback={null}>
        <FleetBanners fleet={fleet} />
      </Suspense>
      {isEmpty ? (
        <Suspense fallback={null}>
          <EmptyFleet fleet={fleet} read={read} />
        </Suspense>
      ) : error && !read ? (
        <Suspense fallback={null}>
          <ErrorPanel error={error} place={fleetPlace} onRetry={refresh} size="screen" />
        </Suspense>
      ) : isPaused && !read ? (
        <OfflineFleet onRetry={refresh} />
      ) : (
        <FleetView fleet={fleet} state={state} changes={changes} />
      )}
      {changes && lastVisit !== null && (
        <Suspense fallback={null}>
          <VisitNote fleet={fleet} />
        </Suspense>
      )}
    </div>
  );
}
