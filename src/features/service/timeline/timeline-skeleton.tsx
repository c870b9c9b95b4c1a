import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './timeline-tab.module.css';

/** The tab while the history is being read: its parts in their places. */
export function TimelineSkeleton() {
  return (
    <div className={styles['tab']}>
      <p className="visually-hidden" role="status">
        Reading the history of the service
      </p>
      <div className={styles['top']} aria-hidden="true">
        <div className={styles['waiting']}>
          {['100%', '82%', '96%', '64%', '90%', '72%'].map(width => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
        <div>
          <Skeleton width="18ch" />
        </div>
      </div>
      <div aria-hidden="true">
        <h2 className={styles['title']}>Changes</h2>
        {['92%', '88%', '90%'].map(width => (
          <Skeleton key={width} width={width} />
        ))}
      </div>
    </div>
  );
}
