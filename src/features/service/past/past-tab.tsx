import { lazy, Suspense } from 'react';
import type { Service } from '../../../domain/service.ts';
import type { History } from '../../../domain/timeline/history.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';
import type { TabEntry } from '../tabs/service-tabs.ts';
import { NotKept } from './not-kept.tsx';
import { PastAddresses } from './past-addresses.tsx';
import { PastJson } from './past-json.tsx';
import { useRecord } from './use-record.ts';

const ServiceTimeline = lazy(async () => ({
  default: (await import('../timeline/timeline-tab.tsx')).ServiceTimeline,
}));

export type PastTabProps = {
  readonly id: string;
  /** As it is now; null where it was not read. */
  readonly service: Service | null;
  /** Epoch ms. */
  readonly at: number;
  readonly tab: TabEntry;
  readonly query: ServiceQuery;
  /** Of a service that is gone: without the time since. */
  readonly history?: History;
};

/** A tab of the page about a moment in the past: from the record alone, never from what Azure says now. */
export function PastTab(props: PastTabProps) {
  const { id, service, tab, query, at } = props;
  switch (tab.tab) {
    case 'timeline':
      return (
        <Suspense fallback={<tab.Waiting />}>
          <ServiceTimeline id={id} service={service} />
        </Suspense>
      );
    case 'guidance':
    case 'network':
      return <NotKept tab={tab.tab} at={at} query={query} gone={props.history !== undefined} />;
    default:
      return <Recorded {...props} />;
  }
}

function Recorded({ id, service, at, tab, query, history: given }: PastTabProps) {
  const known = useRecord(id, service);
  const history = given ?? known;
  if (!history) return <tab.Waiting />;
  return tab.tab === 'json' ? (
    <PastJson history={history} at={at} />
  ) : (
    <PastAddresses
      history={history}
      order={service?.regions.map(region => region.name) ?? []}
      at={at}
      query={query}
    />
  );
}
