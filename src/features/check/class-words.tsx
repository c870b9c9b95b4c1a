import { ArrowMaximize16Regular } from '@fluentui/react-icons/headless/svg/arrow-maximize';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { History16Regular } from '@fluentui/react-icons/headless/svg/history';
import { Prohibited16Regular } from '@fluentui/react-icons/headless/svg/prohibited';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import { Subtract16Regular } from '@fluentui/react-icons/headless/svg/subtract';
import type { ReactNode } from 'react';
import type { LineVerdict } from '../../domain/allowlist/judgement.ts';

type Kind = LineVerdict['class'] | 'missing';

type ClassWords = {
  /** One or two words: `Not needed`. */
  readonly word: string;
  readonly icon: ReactNode;
  readonly tone: 'fine' | 'risk' | 'failed' | 'quiet';
};

/** What a verdict is called and drawn as, in the list and in the result alike. */
export const classWords: Readonly<Record<Kind, ClassWords>> = {
  missing: { word: 'Missing', icon: <DismissCircle16Filled />, tone: 'failed' },
  covered: { word: 'Covered', icon: <CheckmarkCircle16Regular />, tone: 'fine' },
  stale: { word: 'Stale', icon: <History16Regular />, tone: 'risk' },
  wider: { word: 'Wider', icon: <ArrowMaximize16Regular />, tone: 'risk' },
  'not-needed': { word: 'Not needed', icon: <Subtract16Regular />, tone: 'quiet' },
  unknown: { word: 'Unknown', icon: <QuestionCircle16Regular />, tone: 'quiet' },
  refuses: { word: 'Refuses', icon: <Prohibited16Regular />, tone: 'quiet' },
  'no-effect': { word: 'No effect', icon: <Subtract16Regular />, tone: 'quiet' },
  'no-address': { word: 'No address', icon: <Dismiss16Regular />, tone: 'quiet' },
};

/** The tone of a line: a rule that refuses what is needed is not a quiet one. */
export function toneOf({
  class: kind,
  alarming,
}: Pick<LineVerdict, 'class' | 'alarming'>): ClassWords['tone'] {
  return alarming ? 'failed' : classWords[kind].tone;
}
