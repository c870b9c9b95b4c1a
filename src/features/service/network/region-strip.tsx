import { ArrowSync16Regular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { ClockAlarm16Regular } from '@fluentui/react-icons/headless/svg/clock-alarm';
import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import type { ReactNode } from 'react';
import {
  type RegionState,
  type RegionVerdict,
  regionSummary,
} from '../../../domain/network-status/region-verdict.ts';
import styles from './region-strip.module.css';

const icons: Readonly<Record<RegionState, ReactNode>> = {
  failing: <DismissCircle16Filled />,
  stale: <ClockAlarm16Regular />,
  unclear: <QuestionCircle16Regular />,
  missing: <QuestionCircle16Regular />,
  empty: <QuestionCircle16Regular />,
  starting: <ArrowSync16Regular />,
  fine: <CheckmarkCircle16Regular />,
};

type Props = {
  readonly regions: readonly RegionVerdict[];
  /** Of all regions. */
  readonly checks: number;
  /** The short form of the region that the table is narrowed to; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (name: string | null) => void;
};

/** The regions with how each stands; pressing one narrows the table to it, pressing it again widens it. */
export function RegionStrip({ regions, checks, chosen, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this row is
    <div className={styles['strip']} role="group" aria-label="Narrow the checks to a region">
      <button
        type="button"
        className={styles['region']}
        aria-pressed={chosen === null}
        onClick={() => onChoose(null)}
      >
        <span className={styles['name']}>{regions.length === 1 ? 'The one region' : 'All regions'}</span>
        <span className={styles['note']}>{checks === 1 ? '1 check' : `${checks} checks`}</span>
      </button>
      {regions.map(region => (
        <button
          key={region.name}
          type="button"
          className={styles['region']}
          data-state={region.state}
          aria-pressed={chosen === region.name}
          onClick={() => onChoose(chosen === region.name ? null : region.name)}
        >
          <span className={styles['name']}>
            {icons[region.state]}
            {region.label}
          </span>
          <span className={styles['note']}>{regionSummary(region)}</span>
        </button>
      ))}
    </div>
  );
}
