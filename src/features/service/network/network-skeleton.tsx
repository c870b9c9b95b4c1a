import { Skeleton } from '../../../ui/skeleton.tsx';
import { checkHeads } from './check-heads.ts';
import table from './checks-table.module.css';
import styles from './network-tab.module.css';
import strip from './region-strip.module.css';

/** The Network status tab while Azure's answer, or the tab's code, is on its way: everything in its place. */
export function NetworkSkeleton() {
  return (
    <div className={styles['tab']}>
      <p className="visually-hidden" role="status">
        Reading the network status from Azure
      </p>
      <div aria-hidden="true">
        <div className={styles['verdict']}>
          <p className={styles['title']}>
            <Skeleton width="36ch" />
          </p>
          <p className={styles['detail']}>
            <Skeleton width="64ch" />
          </p>
        </div>
        <div className={strip['strip']}>
          {['All regions', 'first', 'second'].map(name => (
            <div key={name} className={strip['region']}>
              <span className={strip['name']}>
                {name === 'All regions' ? name : <Skeleton width="12ch" />}
              </span>
              <span className={strip['note']}>
                <Skeleton width="8ch" line="caption" />
              </span>
            </div>
          ))}
        </div>
        <table className={table['table']}>
          <thead>
            <tr>
              {checkHeads.map(head => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {['a', 'b', 'c', 'd', 'e', 'f'].map(row => (
              <tr key={row}>
                {checkHeads.map((head, at) => (
                  <td key={head} data-empty={at > 4 || undefined}>
                    {at > 5 ? '' : <Skeleton width={at === 1 ? '28ch' : '8ch'} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
