import { lazy, Suspense } from 'react';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import type { FleetUrl } from '../../../domain/url/fleet-url.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';
import type { Fleet } from '../use-fleet.ts';

const FilterPanel = lazy(async () => ({
  default: (await import('../pickers/filter-panel.tsx')).FilterPanel,
}));

type Props = {
  readonly state: FleetUrl;
  readonly fleet: Fleet;
  readonly rows: readonly FleetRow[];
  /** Facts that narrow the rows now. */
  readonly count: number;
  readonly onClear: () => void;
};

/** All filters behind one button, for narrow screens and high zoom. */
export function AllFilters({ state, fleet, rows, count, onClear }: Props) {
  const popup = usePopup();
  const chosen = count > 0 || fleet.selection !== 'all';
  return (
    <>
      <MenuButton popup={popup} chosen={chosen} chevron={false}>
        {count > 0 ? `Filters: ${count}` : 'Filters'}
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <FilterPanel popup={popup} state={state} fleet={fleet} rows={rows} onClear={onClear} />
        </Suspense>
      )}
    </>
  );
}
