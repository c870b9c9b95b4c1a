import type { CauseKind } from '../../../domain/cause-words.ts';
import { CauseMark } from '../../../parts/cause-mark.tsx';
import styles from './timeline-tab.module.css';

const kinds: readonly (readonly [CauseKind, string])[] = [
  ['unexplained', 'Unexplained'],
  ['address', 'Address resource'],
  ['network', 'Network'],
  ['region', 'Region or zone'],
  ['life', 'Life cycle'],
];

/** What the shapes of the chart mean. */
export function Legend() {
  return (
    <ul className={styles['legend']} aria-label="Legend">
      {kinds.map(([kind, label]) => (
        <li key={kind}>
          <CauseMark kind={kind} /> {label}
        </li>
      ))}
      <li>
        <span className={styles['hatched']} /> Nothing known
      </li>
    </ul>
  );
}
