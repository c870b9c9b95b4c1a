import { useSession } from '../../../auth/session-context.ts';
import type { FleetRead } from '../../../azure/read-fleet.ts';
import { fleetCsv } from '../../../domain/fleet/export-csv.ts';
import { fleetJson } from '../../../domain/fleet/export-json.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { saveText } from '../../../ui/save-text.ts';
import type { Popup } from '../../../ui/use-popup.ts';
import styles from './pickers.module.css';

type Props = {
  readonly popup: Popup;
  readonly rows: readonly FleetRow[];
  readonly read: FleetRead;
};

/** The rows as a file, in the order and with the filter of the table. */
export function ExportMenu({ popup, rows, read }: Props) {
  const { source, receivedAt } = read;
  const { account, config } = useSession();
  const count = `${rows.length} ${rows.length === 1 ? 'service' : 'services'}`;
  const name = `apim-services-${new Date(receivedAt).toISOString().slice(0, 16).replaceAll(':', '')}Z`;
  const save = (text: string, ending: string, type: string) => {
    saveText(text, `${name}.${ending}`, type);
    popup.close();
  };
  return (
    <AnchoredPopover popup={popup} label="Export" align="end" className={styles['menu']}>
      <button type="button" onClick={() => save(fleetCsv(rows), 'csv', 'text/csv;charset=utf-8')}>
        CSV, for a spreadsheet <span>{count}</span>
      </button>
      <button
        type="button"
        onClick={() =>
          save(
            fleetJson(rows, {
              cloud: config.cloud.name,
              tenant: account.tenantId,
              source,
              asOf: receivedAt,
              generatedAt: Date.now(),
            }),
            'json',
            'application/json',
          )
        }
      >
        JSON, with every fact <span>{count}</span>
      </button>
    </AnchoredPopover>
  );
}
