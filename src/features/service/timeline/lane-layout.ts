import { regionLabel } from '../../../domain/region.ts';
import type { AddressField } from '../../../domain/timeline/facts.ts';
import type { Lane } from '../../../domain/timeline/validity.ts';

export const axisHeight = 32;
export const headHeight = 28;
export const laneHeight = 26;
export const regionGap = 2;
/** Where the lanes begin, px from the left edge. */
export const labelWidth = 140;

export const kindLabels: Readonly<Record<AddressField, string>> = {
  publicIPAddresses: 'Public IP',
  outboundPublicIPAddresses: 'Outbound IP',
  privateIPAddresses: 'Private VIP',
};

const kindOrder: readonly AddressField[] = [
  'publicIPAddresses',
  'outboundPublicIPAddresses',
  'privateIPAddresses',
];

export type PlacedLane = {
  readonly lane: Lane;
  readonly label: string /** Px of its middle. */;
  readonly y: number;
};
export type PlacedRegion = {
  readonly region: string;
  readonly label: string;
  readonly top: number;
  readonly headY: number;
  readonly lanes: readonly PlacedLane[];
};
export type LaneLayout = { readonly regions: readonly PlacedRegion[]; readonly height: number };

/** Where everything stands: regions one below the other, in each of them its lanes. */
export function placeLanes(lanes: readonly Lane[]): LaneLayout {
  const names = [...new Set(lanes.map(lane => lane.region))];
  let top = axisHeight;
  const regions = names.map((region): PlacedRegion => {
    const own = kindOrder.flatMap(kind => lanes.filter(one => one.region === region && one.kind === kind));
    const placed = own.map((lane, index) => ({
      lane,
      label: kindLabels[lane.kind],
      y: top + headHeight + index * laneHeight + laneHeight / 2,
    }));
    const start = top;
    top += headHeight + own.length * laneHeight + regionGap;
    return {
      region,
      label: regionLabel(region),
      top: start,
      headY: start + headHeight / 2 + 2,
      lanes: placed,
    };
  });
  return { regions, height: top };
}
