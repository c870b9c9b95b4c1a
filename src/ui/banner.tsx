import { Info16Regular } from '@fluentui/react-icons/headless/svg/info';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import type { ReactNode } from 'react';
import styles from './banner.module.css';

export type BannerTone = 'risk' | 'neutral' | 'unknown';

type Props = {
  readonly tone: BannerTone;
  readonly children: ReactNode;
  /** At the far end: a link or a button. */
  readonly action?: ReactNode;
  /** It is short enough to stay beside the text on a phone. */
  readonly shortAction?: boolean;
  /** Where it comes up while the reader works: it is then read out. */
  readonly live?: boolean;
};

const icons: Readonly<Record<BannerTone, ReactNode>> = {
  risk: <Warning16Filled />,
  neutral: <Info16Regular />,
  unknown: <QuestionCircle16Regular />,
};

/** A bordered line with an icon: something about what stands around it that must not be missed. */
export function Banner({ tone, children, action, shortAction = false, live = false }: Props) {
  return (
    <div className={styles['banner']} data-tone={tone} role={live ? 'status' : undefined}>
      {icons[tone]}
      <div className={styles['text']}>{children}</div>
      {action && (
        <div className={styles['action']} data-short={shortAction || undefined}>
          {action}
        </div>
      )}
    </div>
  );
}
