import { useQuery } from '@tanstack/react-query';
import { actions } from '../../../azure/actions.ts';
import { useAzure } from '../../../azure/azure-context.ts';
import { networkStatusQuery } from '../../../azure/get-network-status.ts';
import { isNotOffered } from '../../../azure/is-not-offered.ts';
import type { Service } from '../../../domain/service.ts';
import { ArmWaitText, useArmWait } from '../../../parts/arm-wait.tsx';
import { ErrorPanel } from '../../../parts/error-panel.tsx';
import { Banner } from '../../../ui/banner.tsx';
import type { TabProps } from '../tabs/tab-props.ts';
import { UnreadableService } from '../unreadable-service.tsx';
import { DependenciesSection } from './dependencies-section.tsx';
import { NetworkSkeleton } from './network-skeleton.tsx';
import styles from './network-tab.module.css';
import { NetworkView } from './network-view.tsx';
import { NotOffered } from './not-offered.tsx';
import { StatusNotices } from './status-notices.tsx';

/** What the service reaches from inside its network, as Azure checks it; then what it has to reach, to copy. */
export function NetworkTab({ read }: TabProps) {
  if (!read.service) return <UnreadableService read={read} />;
  return (
    <div className={styles['tab']}>
      <Status service={read.service} />
      <DependenciesSection service={read.service} />
    </div>
  );
}

function Status({ service }: { readonly service: Service }) {
  const azure = useAzure();
  const query = useQuery(networkStatusQuery(azure, service.id));
  const { data, error, refetch } = query;
  const wait = useArmWait(service.subscriptionId);
  const retry = () => void refetch();
  if (data !== undefined) {
    return (
      <>
        <StatusNotices regions={data} failed={error !== null && !isNotOffered(error)} onRetry={retry} />
        <NetworkView service={service} regions={data} />
      </>
    );
  }
  if (error !== null) {
    if (isNotOffered(error)) return <NotOffered service={service} error={error} />;
    const place = {
      subject: `the network status of ${service.name}`,
      resourceGroup: service.resourceGroup,
      subscription: service.subscriptionId,
      right: actions.networkStatus,
    };
    return <ErrorPanel error={error} place={place} onRetry={retry} />;
  }
  return (
    <>
      {query.fetchStatus === 'paused' && (
        <Banner tone="risk" live>
          <b>You are offline.</b> The network status was not read yet. It comes when you are connected.
        </Banner>
      )}
      {wait && (
        <Banner tone="risk">
          <ArmWaitText wait={wait} />
        </Banner>
      )}
      <NetworkSkeleton />
    </>
  );
}
