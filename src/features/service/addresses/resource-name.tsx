import type { ReactNode } from 'react';
import { useSession } from '../../../auth/session-context.ts';
import { textAsWritten } from '../../../domain/visible-text.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './plain-table.module.css';

/** The name of another Azure resource: a link to it in the portal where the cloud has one, and its id to copy. */
export function ResourceName({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { account, config } = useSession();
  const { portal } = config.cloud;
  const path = textAsWritten(id).split('/').map(encodeURIComponent).join('/');
  return (
    <span className={styles['resource']}>
      {portal === null ? (
        <span title={id}>{children}</span>
      ) : (
        <a
          href={`${portal}/#@${encodeURIComponent(account.tenantId)}/resource${path}`}
          target="_blank"
          rel="noreferrer"
          title={`${id}\nOpens in the Azure portal`}
        >
          {children}
        </a>
      )}
      <CopyButton text={id} what="resource id" className={styles['copy']} />
    </span>
  );
}
