import { Skeleton } from '../../../ui/skeleton.tsx';
import table from './answer-table.module.css';
import styles from './guidance-tab.module.css';

const heads = ['Region', 'Allow', 'Stability', 'Reason'];
const rows = ['first', 'second'];

/** The place of an answer whose facts are still being read. */
export function AnswerSkeleton() {
  return (
    <section>
      <p className="visually-hidden" role="status">
        Reading the network around the service from Azure
      </p>
      <div aria-hidden="true">
        <p className={styles['sentence']}>
          <Skeleton width="44ch" />
        </p>
        <p>
          <Skeleton width="64ch" />
        </p>
        <p>
          <Skeleton width="36ch" />
        </p>
        <table className={table['table']}>
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={row}>
                {heads.map(head => (
                  <td key={head} data-head={head}>
                    <Skeleton width={head === 'Reason' ? '32ch' : '12ch'} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
