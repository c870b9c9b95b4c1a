import panel from '../../../parts/rule-text/rule-panel.module.css';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { AnswerSkeleton } from './answer-skeleton.tsx';
import styles from './guidance-tab.module.css';
import chooser from './question-chooser.module.css';

const labels = [
  'Clients to the service',
  'Service to internet back ends',
  'Service to private back ends',
  'Azure management',
  'DNS records',
];

/** The Guidance tab while the service, or the tab's code, is on its way. */
export function GuidanceSkeleton() {
  return (
    <div className={styles['tab']}>
      <div className={chooser['chooser']} aria-hidden="true">
        <p className={chooser['legend']}>What do you want to allow?</p>
        <div className={chooser['questions']}>
          {labels.map(label => (
            <span key={label} className={chooser['question']}>
              <span>{label}</span>
              <Skeleton width="10ch" line="caption" />
            </span>
          ))}
        </div>
      </div>
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <AnswerSkeleton />
        </div>
        <div className={panel['panel']} aria-hidden="true">
          <div className={panel['head']}>
            <h2>Rule text</h2>
          </div>
          <div className={panel['code']}>
            <Skeleton width="80%" />
          </div>
        </div>
      </div>
    </div>
  );
}
