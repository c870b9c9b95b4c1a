import { useSession } from '../../auth/session-context.ts';
import { isSampleData } from '../../config/sample-data.ts';
import styles from './sample-mark.module.css';

/** Said on the sandbox, so that nobody takes a made-up address for one of theirs. */
export function SampleMark() {
  const { config } = useSession();
  if (!isSampleData(config.cloud)) return null;
  return (
    <span
      className={styles['mark']}
      title="A stand-in for Azure on this computer: every service, address and change is made up"
    >
      Sample data
    </span>
  );
}
