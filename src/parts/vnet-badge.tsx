import { Globe16Regular } from '@fluentui/react-icons/headless/svg/globe';
import { LockClosed16Regular } from '@fluentui/react-icons/headless/svg/lock-closed';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import { knownVnetMode } from '../domain/vnet-mode.ts';
import { Badge } from '../ui/badge.tsx';
import styles from './vnet-badge.module.css';

type Props = {
  /** ARM's `virtualNetworkType`; a mode that Azure has not documented is shown as ARM wrote it. */
  readonly mode: string;
  /** How a service without a VNet is told: the word `None` in a column that is headed, or a badge that says it all. */
  readonly none?: 'word' | 'badge';
};

/** The VNet mode: a badge with its own icon for External and Internal, a quiet word for None. */
export function VnetBadge({ mode, none = 'word' }: Props) {
  switch (knownVnetMode(mode)) {
    case 'External':
      return (
        <Badge tone="external" icon={<Globe16Regular />}>
          External
        </Badge>
      );
    case 'Internal':
      return (
        <Badge tone="internal" icon={<LockClosed16Regular />}>
          Internal
        </Badge>
      );
    case 'None':
      return none === 'badge' ? <Badge>No VNet</Badge> : <span className={styles['none']}>None</span>;
    default:
      return (
        <Badge
          icon={<QuestionCircle16Regular />}
          title="A VNet mode that this product does not know, as Azure wrote it"
        >
          {mode}
        </Badge>
      );
  }
}
