import { useMemo, useState } from 'react';
import { byRegion, byTier, byVnetMode } from '../../../domain/fleet/distribution.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { useHistory } from '../../../history/history-context.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { ChangeChart } from './change-chart.tsx';
import styles from './charts.module.css';
import { ShareChart } from './share-chart.tsx';
import { ShareTable } from './share-table.tsx';

type Props = {
  readonly rows: readonly FleetRow[];
  /** Rows in all, before any filter. */
  readonly total: number;
};

/** How the services that are shown divide by tier, VNet mode and region: as bars, or as the same in tables. */
export function FleetCharts({ rows, total }: Props) {
  const hasHistory = useHistory().changes !== undefined;
  const [asTables, setAsTables] = useState(false);
  const parts = useMemo(
    () =>
      [
        ['By tier', byTier(rows)],
        ['By VNet mode', byVnetMode(rows)],
        ['By region', byRegion(rows)],
      ] as const,
    [rows],
  );
  return (
    <section className={styles['charts']} aria-label="Charts">
      <div className={styles['head']}>
        <p>
          {rows.length === total
            ? `All ${total} services`
            : `The ${rows.length} services that the filters let through`}
          ; a service with several regions counts in each.
        </p>
        <PlainButton kind="link" aria-pressed={asTables} onClick={() => setAsTables(!asTables)}>
          {asTables ? 'Show as charts' : 'Show as tables'}
        </PlainButton>
      </div>
      <div className={styles['parts']} data-four={hasHistory || undefined}>
        {parts.map(([title, shares]) =>
          asTables ? (
            <ShareTable key={title} title={title} shares={shares} />
          ) : (
            <ShareChart key={title} title={title} shares={shares} />
          ),
        )}
        {hasHistory && <ChangeChart rows={rows} asTable={asTables} />}
      </div>
    </section>
  );
}
