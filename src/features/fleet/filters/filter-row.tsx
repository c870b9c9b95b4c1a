import type { ReactNode } from 'react';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import type { FleetUrl } from '../../../domain/url/fleet-url.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import type { Fleet } from '../use-fleet.ts';
import { AllFilters } from './all-filters.tsx';
import { FacetFilter } from './facet-filter.tsx';
import styles from './filter-row.module.css';
import { SubscriptionFilter } from './subscription-filter.tsx';
import { TextFilter } from './text-filter.tsx';

type Props = {
  readonly state: FleetUrl;
  readonly fleet: Fleet;
  readonly rows: readonly FleetRow[];
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClear: () => void;
  /** At the far end: source, refresh, columns, export. */
  readonly children: ReactNode;
};

/** What narrows the rows, in one line. Where there is no room for all of it, everything but the text is behind one button. */
export function FilterRow({ state, fleet, rows, text, onText, onClear, children }: Props) {
  const behindOne = useMedia('(max-width: 1259px)');
  const count = chosenFilters(state);
  return (
    <div className={styles['row']}>
      <div className={styles['filters']}>
        <TextFilter text={text} onChange={onText} />
        {behindOne ? (
          <AllFilters state={state} fleet={fleet} rows={rows} count={count} onClear={onClear} />
        ) : (
          <>
            <SubscriptionFilter fleet={fleet} />
            <FacetFilter facet="tier" rows={rows} chosen={state.tier} />
            <FacetFilter facet="vnet" rows={rows} chosen={state.vnet} />
            <FacetFilter facet="region" rows={rows} chosen={state.region} />
            <FacetFilter facet="status" rows={rows} chosen={state.status} />
            <FacetFilter facet="tag" rows={rows} chosen={state.tag} />
            {(count > 0 || text !== '') && (
              <PlainButton kind="link" className={styles['clear']} onClick={onClear}>
                Clear
              </PlainButton>
            )}
          </>
        )}
      </div>
      <div className={styles['end']}>{children}</div>
    </div>
  );
}

/** How many facts narrow the rows; the text and the subscriptions are not among them. */
export function chosenFilters({ tier, vnet, region, status, tag, risk, changed }: FleetUrl): number {
  const lists = [tier, vnet, region, status, tag].filter(list => list.length > 0).length;
  return lists + (risk ? 1 : 0) + (changed === null ? 0 : 1);
}
