import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useSession } from '../../auth/session-context.ts';
import { azureKey } from '../../azure/azure.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { networkStatusQuery } from '../../azure/get-network-status.ts';
import { serviceQuery } from '../../azure/get-service.ts';
import { armKey, formatServiceId, parseServiceId, type ServiceId } from '../../domain/arm-id.ts';
import { utcDateText } from '../../domain/time/time-text.ts';
import { visibleText } from '../../domain/visible-text.ts';
import { QueryNotices } from '../../parts/query-notices.tsx';
import { announce } from '../../ui/announce.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Actions } from './header/actions.tsx';
import type { SupportFacts } from './header/service-actions-props.ts';
import { ServiceHeader } from './header/service-header.tsx';
import { portalLink, serviceLink } from './header/service-link.ts';
import { ServiceBody } from './service-body.tsx';
import { FactsOnTheirWay, ServiceFacts } from './service-facts-line.tsx';
import styles from './service-screen.module.css';
import { openTab } from './tabs/open-tab.ts';
import { useNetworkFacts } from './use-network-facts.ts';
import { useServiceQuery, useSpelledPath } from './use-service-address.ts';
import { useSubscription } from './use-subscription.ts';

const PastNote = lazy(async () => ({ default: (await import('./past/past-note.tsx')).PastNote }));
const PastFacts = lazy(async () => ({ default: (await import('./past/past-facts.tsx')).PastFacts }));

/** What Azure recorded of services: those that are on screen are read anew with the service. */
const azureRecords = ['changes-of', 'activity'];

/** One service: where it lives, what it is, and its tabs. What the link says is on screen before Azure has answered. */
export function ServiceScreen({ id }: { readonly id: ServiceId }) {
  const azure = useAzure();
  const queries = useQueryClient();
  const { account, config } = useSession();
  const result = useQuery(serviceQuery(azure, formatServiceId(id)));
  const subscription = useSubscription(azure, id.subscriptionId);
  const network = useNetworkFacts(azure, result.data?.service ?? null);
  const { query, problems } = useServiceQuery();
  const { tab, missing } = openTab(query.tab);
  const { at } = query;

  const { data: read, error, isFetching, fetchStatus, refetch } = result;
  const armId = read?.service?.id ?? read?.unreadable?.id;
  const spelled = asSpelled(id, armId);
  const name = read?.service?.name ?? visibleText(spelled.name);
  useSpelledPath(armId);
  useDocumentTitle(name, at === null ? tab.label : `${tab.label} on ${utcDateText(at)}`);

  async function refresh(): Promise<void> {
    const [{ isError }] = await Promise.all([
      refetch(),
      network.refresh(),
      queries.refetchQueries({
        queryKey: networkStatusQuery(azure, formatServiceId(id)).queryKey,
        type: 'active',
      }),
      queries.refetchQueries({ queryKey: [...azureKey(azure), 'service-tag'], type: 'active' }),
      ...azureRecords.map(kind => queries.invalidateQueries({ queryKey: [...azureKey(azure), kind] })),
    ]);
    announce(isError ? 'Azure could not be read again' : 'Read from Azure again');
  }

  const support: SupportFacts | null = read?.service
    ? {
        service: read.service,
        network: network.facts,
        subscriptionState: subscription.state === 'known' ? subscription.subscription.state : null,
        asOf: new Date(read.receivedAt).toISOString(),
        correlationIds: [...(read.correlationId ? [read.correlationId] : []), ...network.correlationIds],
      }
    : null;

  return (
    <article className={styles['screen']} aria-busy={isFetching} key={formatServiceId(id).toLowerCase()}>
      <div className={styles['notices']}>
        <QueryNotices problems={[...problems, ...missing]} />
      </div>
      <ServiceHeader
        name={name}
        resourceGroup={visibleText(spelled.resourceGroup)}
        subscriptionId={spelled.subscriptionId}
        subscription={subscription}
        actions={
          <Actions
            support={support}
            link={() => serviceLink(location.origin, spelled, query, account.tenantId)}
            portal={config.cloud.portal && portalLink(config.cloud.portal, account.tenantId, spelled)}
            past={at !== null}
            busy={isFetching}
            onRefresh={() => void refresh()}
          />
        }
      >
        {at === null ? (
          <ServiceFacts read={read} failed={error !== null} id={spelled} subscription={subscription} />
        ) : (
          <Suspense fallback={<FactsOnTheirWay />}>
            <PastFacts id={formatServiceId(spelled)} service={read?.service ?? null} at={Date.parse(at)} />
          </Suspense>
        )}
      </ServiceHeader>
      {at !== null && (
        <Suspense fallback={null}>
          <PastNote query={query} at={at} />
        </Suspense>
      )}
      <ServiceBody
        id={spelled}
        read={read}
        error={error}
        paused={fetchStatus === 'paused'}
        subscription={subscription}
        network={network}
        query={query}
        tab={tab}
        onRetry={() => void refresh()}
      />
    </article>
  );
}

/** The id in ARM's spelling, once ARM has answered for that very id. */
function asSpelled(id: ServiceId, armId: string | undefined): ServiceId {
  const known = armId === undefined ? undefined : parseServiceId(armId);
  return known && armKey(formatServiceId(known)) === armKey(formatServiceId(id)) ? known : id;
}
