import { type ReactNode, useMemo } from 'react';
import { formatServiceId, type ServiceId } from '../../../domain/arm-id.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { lastKnownAt, whileThere } from '../../../domain/timeline/recorded-at.ts';
import { recordedDeletion } from '../../../domain/timeline/recorded-deletion.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';
import { Banner } from '../../../ui/banner.tsx';
import type { TabEntry } from '../tabs/service-tabs.ts';
import { whenText } from '../timeline/entry-words.ts';
import styles from './past.module.css';
import { FactsOf } from './past-facts.tsx';
import { PastTab } from './past-tab.tsx';
import { useRecord } from './use-record.ts';

type Props = {
  readonly id: ServiceId;
  readonly tab: TabEntry;
  readonly query: ServiceQuery;
  /** Puts a panel below the tabs. */
  readonly inTabs: (panel: ReactNode) => ReactNode;
  /** What Azure answered, and the ways out. */
  readonly children: ReactNode;
};

/** A service that Azure no longer shows: what was recorded of it, as it was last known. Where nothing was, Azure's refusal alone. */
export function GoneBody({ id, tab, query, inTabs, children }: Props) {
  const armId = formatServiceId(id);
  const history = useRecord(armId, null);
  const life = useMemo(() => history && whileThere(history), [history]);
  const last = useMemo(() => (life ? lastKnownAt(life) : null), [life]);
  const deletion = useMemo(() => (history ? recordedDeletion(history) : null), [history]);
  if (!life) return <tab.Waiting />;
  if (last === null) return children;
  return (
    <>
      <div className={styles['gone']}>
        <Banner tone="risk" live>
          <b>This service is gone</b>: {goneText(deletion)} Below is what was recorded of it, addresses as
          last known on {utcTimeText(last)} UTC.
        </Banner>
        <FactsOf history={life} at={last} />
      </div>
      {inTabs(<PastTab id={armId} service={null} at={last} tab={tab} query={query} history={life} />)}
      <details className={styles['answer']}>
        <summary>What Azure answered</summary>
        {children}
      </details>
    </>
  );
}

function goneText(deletion: TimelineEntry | null): string {
  return deletion
    ? `Azure recorded its deletion on ${whenText(deletion)} UTC.`
    : 'deleted, or your access to it was lost. Which of the two cannot be told from here.';
}
