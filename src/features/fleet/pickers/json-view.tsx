import type { UnreadableFleetRow } from '../../../domain/fleet/fleet-row.ts';
import { visibleJson } from '../../../domain/visible-json.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import styles from './pickers.module.css';

type Props = { readonly popup: Popup; readonly row: UnreadableFleetRow };

/** What Azure sent for a row that could not be read, and why it could not. */
export function JsonView({ popup, row }: Props) {
  const json = visibleJson(row.unreadable.json);
  return (
    <AnchoredPopover popup={popup} label={`JSON of ${row.name}`} className={styles['surface']}>
      <h2 className={styles['head']}>{row.name} could not be read</h2>
      <p className={styles['note']}>{row.unreadable.problem}. This is what Azure sent:</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1) */}
      <pre className={styles['json']} tabIndex={0}>
        {json}
      </pre>
      <div className={styles['foot']}>
        <CopyButton text={json} what="JSON">
          Copy the JSON
        </CopyButton>
      </div>
    </AnchoredPopover>
  );
}
