import { GuidanceSkeleton } from '../guidance/guidance-skeleton.tsx';
import { JsonSkeleton } from '../json/json-skeleton.tsx';
import { NetworkSkeleton } from '../network/network-skeleton.tsx';
import { TimelineSkeleton } from '../timeline/timeline-skeleton.tsx';

/** The layout of each tab while its answer or its code is on its way. */
export const tabSkeletons = {
  guidance: GuidanceSkeleton,
  network: NetworkSkeleton,
  timeline: TimelineSkeleton,
  json: JsonSkeleton,
};
