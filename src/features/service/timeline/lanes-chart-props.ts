import type { Gap } from '../../../domain/timeline/validity.ts';
import type { LaneLayout } from './lane-layout.ts';
import type { Mark } from './marks.ts';
import type { TimeRange } from './time-range.ts';

export type LanesChartProps = {
  readonly layout: LaneLayout;
  readonly range: TimeRange;
  readonly gaps: readonly Gap[];
  readonly knownSince: number | null;
  readonly marks: readonly Mark[];
  /** The chosen date, null for now. */
  readonly at: number | null;
  readonly summary: string;
};
