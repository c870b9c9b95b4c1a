import { ArrowSync16Regular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import { RecordStop16Filled } from '@fluentui/react-icons/headless/svg/record-stop';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import type { ReactNode } from 'react';
import { type StatusTone, statusOf } from '../domain/status.ts';
import styles from './status-label.module.css';

/** What a status word does and does not say; for the tooltip of every place that shows one. */
export const statusMeaning =
  'Azure’s provisioning state. It does not say whether the gateway answers, or whether it reaches its network.';

const icons: Readonly<Record<StatusTone, ReactNode>> = {
  fine: <CheckmarkCircle16Regular />,
  working: <ArrowSync16Regular />,
  failed: <DismissCircle16Filled />,
  stopped: <RecordStop16Filled />,
  unknown: <QuestionCircle16Regular />,
};

type StatusProps = {
  /** ARM's `provisioningState`. */
  readonly state: string;
  /** Leave out the tooltip where a head or a line nearby says it. */
  readonly explained?: boolean;
};

/** The status in the words of `az apim list`, with the icon of its tone. */
export function StatusLabel({ state, explained = false }: StatusProps) {
  const { word, tone } = statusOf(state);
  return (
    <span className={styles['label']} data-tone={tone} title={explained ? undefined : statusMeaning}>
      {icons[tone]}
      {word}
    </span>
  );
}

/** `Subscription Warned`: a subscription that is not Enabled, with the warning sign. */
export function SubscriptionStateLabel({ state }: { readonly state: string }) {
  return (
    <span
      className={styles['label']}
      data-tone="risk"
      title={`The subscription is ${state}. Its services’ addresses may change when it is reinstated.`}
    >
      <Warning16Filled />
      Subscription {state}
    </span>
  );
}
