import { Button } from '@fluentui/react-components';
import { Important20Regular } from '@fluentui/react-icons/headless/svg/important';
import { overlay } from '../../parts/overlay.ts';
import styles from './problems-button.module.css';
import { useProblems } from './use-problems.ts';

/** How much of what the screen needs failed or waits; not there while nothing does. */
export function ProblemsButton() {
  const count = useProblems().filter(({ isShown }) => isShown).length;
  if (count === 0) return null;
  return (
    <Button
      appearance="subtle"
      className={styles['button'] ?? ''}
      icon={<Important20Regular />}
      aria-label={`Problems: ${count}`}
      aria-haspopup="dialog"
      title="What could not be read"
      onClick={() => overlay.set('problems')}
    >
      <span className={styles['count']}>{count}</span>
    </Button>
  );
}
