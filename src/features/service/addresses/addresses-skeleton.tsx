import { Skeleton } from '../../../ui/skeleton.tsx';
import matrix from './address-matrix.module.css';
import styles from './addresses-tab.module.css';
import { CopyAllPlace } from './copy-all-place.tsx';
import plain from './plain-table.module.css';

const heads = [
  'Clients connect to',
  'Internet back ends see',
  'Private back ends see',
  'Azure manages through',
];
const builds = ['Units', 'Zones', 'VNet / subnet', 'Public IP resource', 'NAT gateway', 'Gateway'];

/** The Addresses tab while the service is on its way: every head in its place, bars where the facts will stand. */
export function AddressesSkeleton() {
  return (
    <div className={styles['columns']}>
      <p className="visually-hidden" role="status">
        Reading the service from Azure
      </p>
      <div className={styles['main']} aria-hidden="true">
        <section>
          <div className={styles['head']}>
            <h2>Addresses by region</h2>
            <CopyAllPlace />
          </div>
          <div className={styles['wide']}>
            <MatrixSkeleton />
          </div>
          <div className={styles['narrow']}>
            <ListSkeleton />
          </div>
        </section>
        <BelowSkeleton />
      </div>
      <div className={styles['aside']} aria-hidden="true">
        <section>
          <h2>What each address is for</h2>
          <dl>
            {['90%', '80%', '85%', '60%'].map(width => (
              <Skeleton key={width} width={width} />
            ))}
          </dl>
        </section>
      </div>
    </div>
  );
}

/** The sections below the matrix. */
export function BelowSkeleton() {
  return (
    <>
      <section aria-hidden="true">
        <h2>How each region is built</h2>
        <BuildsSkeleton />
      </section>
      <section aria-hidden="true">
        <h2>Host names</h2>
        <Skeleton width="48ch" />
      </section>
    </>
  );
}

function MatrixSkeleton() {
  return (
    <table className={matrix['matrix']}>
      <thead>
        <tr>
          <th>Region</th>
          {heads.map(head => (
            <th key={head}>
              {head}
              <span>
                <Skeleton width="12ch" line="caption" />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th>
            <Skeleton width="12ch" />
          </th>
          {heads.map(head => (
            <td key={head}>
              <Skeleton width="13ch" />
              <br />
              <Skeleton width="10ch" line="caption" />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function ListSkeleton() {
  return heads.map(head => (
    <p key={head} className={styles['pair']}>
      <span>{head}</span>
      <Skeleton width="13ch" />
    </p>
  ));
}

function BuildsSkeleton() {
  return (
    <table className={plain['table']}>
      <thead>
        <tr>
          {['Region', ...builds].map(head => (
            <th key={head}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {['Region', ...builds].map(head => (
            <td key={head} data-head={head}>
              <Skeleton width="8ch" />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
