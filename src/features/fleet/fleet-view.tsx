import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { ChangeSummary } from '../../domain/fleet/change-summary.ts';
import type { Column } from '../../domain/fleet/columns.ts';
import { noFilter } from '../../domain/fleet/fleet-filter.ts';
import type { ServiceRow, UnreadableFleetRow } from '../../domain/fleet/fleet-row.ts';
import { hasPinned } from '../../domain/fleet/has-pinned.ts';
import { formatSort } from '../../domain/fleet/sort-rows.ts';
import type { FleetUrl } from '../../domain/url/fleet-url.ts';
import { clock } from '../../ui/clock.ts';
import { useMedia } from '../../ui/use-media.ts';
import { usePopup } from '../../ui/use-popup.ts';
import { FilterRow } from './filters/filter-row.tsx';
import { changeFleetAddress } from './fleet-address.ts';
import { leastTableWidth, useFleetLayout } from './fleet-layout.ts';
import styles from './fleet-view.module.css';
import { SourceLine } from './source-line.tsx';
import { LoadingRows } from './states/loading-rows.tsx';
import { SummaryStrip } from './strip/summary-strip.tsx';
import { FleetTable } from './table/fleet-table.tsx';
import { orderText } from './table/footer-bar.tsx';
import { ChartsButton, ColumnsButton, ExportButton } from './table-actions.tsx';
import type { Fleet } from './use-fleet.ts';
import { useFleetRows } from './use-fleet-rows.ts';
import { useRowSelection } from './use-row-selection.ts';
import { useTypedText } from './use-typed-text.ts';
import { useWideScreen } from './use-wide-screen.ts';

const SelectedRows = lazy(async () => ({ default: (await import('./selected-rows.tsx')).SelectedRows }));
const SinceFilter = lazy(async () => ({
  default: (await import('./filters/since-filter.tsx')).SinceFilter,
}));
const NoMatch = lazy(async () => ({ default: (await import('./states/no-match.tsx')).NoMatch }));
const FleetEntries = lazy(async () => ({
  default: (await import('./entries/fleet-entries.tsx')).FleetEntries,
}));
const FleetCharts = lazy(async () => ({ default: (await import('./charts/fleet-charts.tsx')).FleetCharts }));
const ValueList = lazy(async () => ({ default: (await import('./pickers/value-list.tsx')).ValueList }));
const JsonView = lazy(async () => ({ default: (await import('./pickers/json-view.tsx')).JsonView }));

type Props = {
  readonly fleet: Fleet;
  readonly state: FleetUrl;
  readonly changes: ChangeSummary | undefined;
};

/** Strip, filters and rows. They stand from the first moment; the rows come into them. */
export function FleetView({ fleet, state, changes }: Props) {
  const { read } = fleet;
  const layout = useFleetLayout(state.cols);
  const [text, setText] = useTypedText(state.q);
  const filter = useMemo(() => ({ ...state, q: text }), [state, text]);
  const { all, shown, summary } = useFleetRows(read, changes, state.sort, filter);
  const selection = useRowSelection(shown);
  // 17 px: the widest scroll bar of a desktop.
  const isWide = useMedia(`(max-width: ${leastTableWidth(layout) + 24 + 17}px)`) && !layout.entries;
  const place = useRef<HTMLDivElement>(null);
  useWideScreen(place, isWide);
  const [charts, setCharts] = useState(false);
  const details = useCellDetails();

  const clear = () => {
    setText('');
    changeFleetAddress(noFilter);
  };
  const exportOf = (rows: typeof shown) => <ExportButton rows={rows} read={read} />;
  return (
    <>
      <SummaryStrip summary={summary} state={state} hasHistory={changes !== undefined} />
      {charts && (
        <Suspense fallback={<div className={styles['charts']} />}>
          <FleetCharts rows={shown} total={all.length} />
        </Suspense>
      )}
      {selection.rows.length > 0 && !layout.entries ? (
        <Suspense fallback={<div className={styles['selectedPlace']} />}>
          <SelectedRows rows={selection.rows} onClear={selection.clear}>
            {exportOf(selection.rows)}
          </SelectedRows>
        </Suspense>
      ) : (
        <FilterRow state={state} fleet={fleet} rows={all} text={text} onText={setText} onClear={clear}>
          <SourceLine
            fleet={fleet}
            lead={
              layout.entries && read
                ? `${countText(shown.length)}, ${orderText(state.sort, hasPinned(shown))}.`
                : undefined
            }
          />
          <ChartsButton shown={charts} onToggle={() => setCharts(!charts)} />
          {!layout.entries && <ColumnsButton chosen={state.cols} rows={all} />}
          {exportOf(shown)}
        </FilterRow>
      )}
      {state.changed !== null && (
        <div className={styles['sincePlace']}>
          <Suspense fallback={null}>
            <SinceFilter changed={state.changed} now={clock.now()} />
          </Suspense>
        </div>
      )}
      <div ref={place} className={styles['rows']} data-sideways={isWide || undefined}>
        {!read ? (
          <LoadingRows layout={layout} />
        ) : shown.length === 0 && all.length > 0 ? (
          <Suspense fallback={null}>
            <NoMatch total={all.length} onClear={clear} />
          </Suspense>
        ) : layout.entries ? (
          <Suspense fallback={<LoadingRows layout={layout} />}>
            <FleetEntries rows={shown} {...details.actions} />
          </Suspense>
        ) : (
          <FleetTable
            rows={shown}
            total={all.length}
            standing={read.lastKnown ? 'as last read' : read.underWay ? 'so far' : 'whole'}
            layout={layout}
            sort={state.sort}
            selection={selection}
            request={`${formatSort(state.sort)} ${JSON.stringify(filter)}`}
            {...details.actions}
          />
        )}
      </div>
      {details.shown}
    </>
  );
}

function countText(count: number): string {
  return count === 1 ? '1 service' : `${count} services`;
}

type Details =
  | { readonly kind: 'values'; readonly row: ServiceRow; readonly column: Column }
  | { readonly kind: 'json'; readonly row: UnreadableFleetRow };

/** The lists and texts that a cell opens beside itself; their code comes with the first press. */
function useCellDetails() {
  const popup = usePopup();
  const { openAt } = popup;
  const [details, setDetails] = useState<Details>();
  const onMore = useCallback(
    (row: ServiceRow, column: Column, anchor: HTMLElement) => {
      setDetails({ kind: 'values', row, column });
      openAt(anchor);
    },
    [openAt],
  );
  const onJson = useCallback(
    (row: UnreadableFleetRow, anchor: HTMLElement) => {
      setDetails({ kind: 'json', row });
      openAt(anchor);
    },
    [openAt],
  );
  const shown = popup.anchor && details && (
    <Suspense fallback={null}>
      {details.kind === 'values' ? (
        <ValueList popup={popup} row={details.row} column={details.column} />
      ) : (
        <JsonView popup={popup} row={details.row} />
      )}
    </Suspense>
  );
  return { actions: { onMore, onJson }, shown };
}
