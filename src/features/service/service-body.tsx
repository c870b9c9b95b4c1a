import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useSession } from '../../auth/session-context.ts';
import { ArmError } from '../../azure/arm-error.ts';
import type { ServiceRead } from '../../azure/get-service.ts';
import { formatServiceId, type ServiceId } from '../../domain/arm-id.ts';
import type { ServiceQuery } from '../../domain/url/service-url.ts';
import { visibleText } from '../../domain/visible-text.ts';
import { ArmWaitText, useArmWait } from '../../parts/arm-wait.tsx';
import type { ErrorPlace } from '../../parts/error-words.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Banner } from '../../ui/banner.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { serviceReaderRequest } from './reader-request.ts';
import styles from './service-screen.module.css';
import type { TabEntry } from './tabs/service-tabs.ts';
import { panelId, TabStrip, tabId } from './tabs/tab-strip.tsx';
import type { NetworkRead } from './use-network-facts.ts';
import type { SubscriptionRead } from './use-subscription.ts';

const loadErrorPanel = () => import('../../parts/error-panel.tsx');
const loadLastKnown = () => import('./last-known.tsx');
const LastKnown = lazy(async () => ({ default: (await loadLastKnown()).LastKnown }));
const PastTab = lazy(async () => ({ default: (await import('./past/past-tab.tsx')).PastTab }));
const GoneBody = lazy(async () => ({ default: (await import('./past/gone-body.tsx')).GoneBody }));
const ErrorPanel = lazy(async () => ({ default: (await loadErrorPanel()).ErrorPanel }));

type Props = {
  readonly id: ServiceId;
  readonly read: ServiceRead | undefined;
  readonly error: unknown;
  /** The browser is offline: the read goes on by itself once it is not. */
  readonly paused: boolean;
  readonly subscription: SubscriptionRead;
  readonly network: NetworkRead;
  readonly query: ServiceQuery;
  readonly tab: TabEntry;
  readonly onRetry: () => void;
};

/** Below the header: the tabs over what was read, a failure in its own words, or the places of what is on its way. */
export function ServiceBody(props: Props) {
  const { id, read, error, paused, subscription, network, query, tab, onRetry } = props;
  const place = placeOf(id, subscription);
  // The timeline shows any moment by itself; where the service cannot be read it stands on the record alone.
  const past = query.at !== null && (tab.tab !== 'timeline' || (read === undefined && error !== null));
  // Fetched while the first read is under way: it is needed when the network is no longer there to bring it.
  useEffect(() => void Promise.all([loadErrorPanel(), loadLastKnown()]), []);
  const inTabs = (panel: ReactNode) => (
    <>
      <TabStrip
        id={id}
        query={query}
        selected={tab}
        service={query.at === null ? (read?.service ?? null) : null}
      />
      <div className={styles['panel']} role="tabpanel" id={panelId} aria-labelledby={tabId(tab.tab)}>
        {panel}
      </div>
    </>
  );
  if (read === undefined && error !== null && !past) {
    const name = visibleText(id.name);
    const refusal = (
      <div className={styles['panel']}>
        <Suspense fallback={null}>
          <ErrorPanel error={error} place={place} onRetry={onRetry} size="screen">
            <AskForRight id={id} error={error} />
            <AppLink className={styles['elsewhere'] ?? ''} href={`/?${new URLSearchParams({ q: name })}`}>
              Look for {name} in the fleet
            </AppLink>
          </ErrorPanel>
        </Suspense>
      </div>
    );
    return error instanceof ArmError && (error.kind === 'not-found' || error.kind === 'forbidden') ? (
      <Suspense fallback={<tab.Waiting />}>
        <GoneBody id={id} tab={tab} query={query} inTabs={inTabs}>
          {refusal}
        </GoneBody>
      </Suspense>
    ) : (
      refusal
    );
  }
  return inTabs(
    past ? (
      <Suspense fallback={<tab.Waiting />}>
        <PastTab
          id={formatServiceId(id)}
          service={read?.service ?? null}
          at={Date.parse(query.at)}
          tab={tab}
          query={query}
        />
      </Suspense>
    ) : read === undefined ? (
      <OnItsWay id={id} paused={paused} tab={tab} />
    ) : (
      <>
        {(paused || error !== null) && (
          <Suspense fallback={null}>
            <LastKnown read={read} error={error} paused={paused} place={place} onRetry={onRetry} />
          </Suspense>
        )}
        <Suspense fallback={<tab.Waiting />}>
          <tab.Panel read={read} subscription={subscription} network={network} />
        </Suspense>
      </>
    ),
  );
}

/** For whoever gives out roles: a message that holds everything they need. */
function AskForRight({ id, error }: Pick<Props, 'id' | 'error'>) {
  const { account, config } = useSession();
  const missing =
    error instanceof ArmError &&
    (error.kind === 'forbidden' || error.code.toLowerCase() === 'subscriptionnotfound');
  if (!missing) return null;
  const text = serviceReaderRequest({
    id: formatServiceId(id),
    account: account.username,
    tenantId: account.tenantId,
    cloud: config.cloud.label,
  });
  return (
    <CopyButton text={text} what="request for the Reader role">
      Copy a request for the Reader role
    </CopyButton>
  );
}

function OnItsWay({ id, paused, tab }: Pick<Props, 'id' | 'paused' | 'tab'>) {
  const wait = useArmWait(id.subscriptionId);
  return (
    <>
      {paused && (
        <div className={styles['line']}>
          <Banner tone="risk" live>
            <b>You are offline.</b> Nothing of this service was read yet. The page goes on when you are
            connected.
          </Banner>
        </div>
      )}
      {!paused && wait && (
        <div className={styles['line']}>
          <Banner tone="risk">
            <ArmWaitText wait={wait} />
          </Banner>
        </div>
      )}
      <tab.Waiting />
    </>
  );
}

function placeOf(id: ServiceId, subscription: SubscriptionRead): ErrorPlace {
  return {
    subject: `the service ${visibleText(id.name)}`,
    resourceGroup: visibleText(id.resourceGroup),
    subscription:
      subscription.state === 'known'
        ? `${subscription.subscription.name} (${id.subscriptionId})`
        : visibleText(id.subscriptionId),
    right: 'Microsoft.ApiManagement/service/read',
  };
}
