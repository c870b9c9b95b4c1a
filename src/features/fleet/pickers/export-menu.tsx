import { useSession } from '../../../auth/session-context.ts';
import type { FleetRead } from '../../../azure/read-fleet.ts';
import { fleetCsvSteps } from '../../../domain/fleet/export-csv.ts';
import { fleetJsonSteps } from '../../../domain/fleet/export-json.ts';
import { fleetMarkdown } from '../../../domain/fleet/export-markdown.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { withTenant } from '../../../domain/url/tenant-in-search.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { clock } from '../../../ui/clock.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { numberText } from '../../../ui/locale.ts';
import { saveText } from '../../../ui/save-text.ts';
import type { Popup } from '../../../ui/use-popup.ts';
import { useFleetAddress } from '../fleet-address.ts';
import styles from './pickers.module.css';
import { useWriting } from './use-writing.ts';

type Props = {
  readonly popup: Popup;
  readonly rows: readonly FleetRow[];
  readonly read: FleetRead;
};

/** The rows as a file or for a ticket, in the order and with the filter of the table, and the link to them. */
export function ExportMenu({ popup, rows, read }: Props) {
  const { source, receivedAt } = read;
  const { account, config } = useSession();
  const { columns, link } = useView(account.tenantId);
  const { done, write } = useWriting();
  const count = `${numberText(rows.length)} ${rows.length === 1 ? 'service' : 'services'}`;
  const name = `apim-services-${new Date(receivedAt).toISOString().slice(0, 16).replaceAll(':', '')}Z`;
  const save = async (steps: Generator<number, string>, ending: string, type: string) => {
    const text = await write(steps);
    if (text === undefined) return;
    popup.close();
    saveText(text, `${name}.${ending}`, type);
  };
  const copy = async (text: string, said: string) => {
    if (await copyText(text, said)) popup.close();
  };
  const about = { cloud: config.cloud.name, tenant: account.tenantId, source, asOf: receivedAt };
  return (
    <AnchoredPopover popup={popup} label="Export" align="end" className={styles['menu']}>
      <button type="button" onClick={() => void save(fleetCsvSteps(rows), 'csv', 'text/csv;charset=utf-8')}>
        CSV, for a spreadsheet <span>{count}</span>
      </button>
      <button
        type="button"
        onClick={() =>
          void save(fleetJsonSteps(rows, { ...about, generatedAt: clock.now() }), 'json', 'application/json')
        }
      >
        JSON, with every fact <span>{count}</span>
      </button>
      <button
        type="button"
        onClick={() =>
          void copy(fleetMarkdown(rows, { columns, link, asOf: receivedAt }), `${count} as Markdown`)
        }
      >
        Copy as Markdown <span>{count}</span>
      </button>
      <button type="button" onClick={() => void copy(link, 'The link')}>
        Copy link <span>to this view</span>
      </button>
      {done !== undefined && (
        <p className={styles['writing']} role="status">
          <progress max={rows.length} value={done} aria-label="Rows written" />
          Writing, {numberText(done)} of {numberText(rows.length)}. Escape cancels.
        </p>
      )}
    </AnchoredPopover>
  );
}

/** What is on the screen, and the link that shows it to its receiver too: it always names the tenant. */
function useView(tenantId: string) {
  const { state } = useFleetAddress();
  const search = withTenant(location.search, tenantId);
  return { columns: state.cols, link: `${location.origin}${location.pathname}${search}` };
}
