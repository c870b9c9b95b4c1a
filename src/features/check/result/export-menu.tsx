import { useSession } from '../../../auth/session-context.ts';
import { resultCsv, resultJson } from '../../../domain/allowlist/export.ts';
import { purposesOf } from '../../../domain/allowlist/needs.ts';
import { withTenant } from '../../../domain/url/tenant-in-search.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { clock } from '../../../ui/clock.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { saveText } from '../../../ui/save-text.ts';
import type { Popup } from '../../../ui/use-popup.ts';
import styles from './export-menu.module.css';
import type { ExportProps } from './export-props.ts';

/** The result as a file, and a link to the same question: the list itself stays here. */
export function ExportMenu({ popup, judgement, ids, questions }: ExportProps & { readonly popup: Popup }) {
  const { account } = useSession();
  const now = clock.now();
  const name = `allowlist-check-${new Date(now).toISOString().slice(0, 16).replaceAll(':', '')}Z`;
  const save = (text: string, ending: string, type: string) => {
    saveText(text, `${name}.${ending}`, type);
    popup.close();
  };
  const copyLink = async () => {
    const search = withTenant(location.search, account.tenantId);
    if (await copyText(`${location.origin}${location.pathname}${search}`, 'The link')) popup.close();
  };
  return (
    <AnchoredPopover popup={popup} label="Export result" align="end" className={styles['menu']}>
      {judgement && (
        <>
          <button type="button" onClick={() => save(resultCsv(judgement), 'csv', 'text/csv;charset=utf-8')}>
            CSV, for a spreadsheet <span>line by line</span>
          </button>
          <button
            type="button"
            onClick={() =>
              save(
                resultJson(judgement, { services: ids, purposes: purposesOf(questions), generatedAt: now }),
                'json',
                'application/json',
              )
            }
          >
            JSON <span>with every fact</span>
          </button>
        </>
      )}
      <button type="button" onClick={() => void copyLink()}>
        Copy link <span>without the list</span>
      </button>
    </AnchoredPopover>
  );
}
