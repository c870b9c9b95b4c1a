import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { ColumnTriple20Regular } from '@fluentui/react-icons/headless/svg/column-triple';
import { DataPie20Regular } from '@fluentui/react-icons/headless/svg/data-pie';
import { lazy, Suspense } from 'react';
import type { FleetRead } from '../../azure/read-fleet.ts';
import type { Column } from '../../domain/fleet/columns.ts';
import type { FleetRow } from '../../domain/fleet/fleet-row.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { usePopup } from '../../ui/use-popup.ts';
import styles from './table-actions.module.css';

const ColumnPicker = lazy(async () => ({
  default: (await import('./pickers/column-picker.tsx')).ColumnPicker,
}));

type ColumnsProps = { readonly chosen: readonly Column[]; readonly rows: readonly FleetRow[] };

/** Which columns stand in the table. */
export function ColumnsButton({ chosen, rows }: ColumnsProps) {
  const popup = usePopup();
  const words = useMedia('(min-width: 1280px)');
  return (
    <>
      <MenuButton
        popup={popup}
        icon={<ColumnTriple20Regular />}
        chevron={false}
        label={words ? undefined : 'Columns'}
        command="Columns"
      >
        {words && 'Columns'}
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <ColumnPicker popup={popup} chosen={chosen} rows={rows} />
        </Suspense>
      )}
    </>
  );
}

const ExportMenu = lazy(async () => ({ default: (await import('./pickers/export-menu.tsx')).ExportMenu }));

type ExportProps = {
  /** What is written: the rows that are shown, or those that are chosen. */
  readonly rows: readonly FleetRow[];
  readonly read: FleetRead | undefined;
};

/** The rows as a file. */
export function ExportButton({ rows, read }: ExportProps) {
  const popup = usePopup();
  const words = useMedia('(min-width: 1280px)');
  return (
    <>
      <MenuButton
        popup={popup}
        icon={<ArrowDownload20Regular />}
        chevron={words}
        label={words ? undefined : 'Export'}
        command="Export"
        disabled={!read || rows.length === 0}
      >
        {words && 'Export'}
      </MenuButton>
      {popup.anchor && read && (
        <Suspense fallback={null}>
          <ExportMenu popup={popup} rows={rows} read={read} />
        </Suspense>
      )}
    </>
  );
}

type ChartsProps = { readonly shown: boolean; readonly onToggle: () => void };

/** Opens the charts below the strip. */
export function ChartsButton({ shown, onToggle }: ChartsProps) {
  const label = shown ? 'Hide the charts' : 'Show charts of these services';
  return (
    <button
      type="button"
      className={styles['charts']}
      aria-pressed={shown}
      data-command=""
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      <DataPie20Regular />
    </button>
  );
}
