import { type CauseKind, causeWords } from '../../../domain/cause-words.ts';
import { utcDateText } from '../../../domain/time/time-text.ts';
import { causeLabel } from '../../../domain/timeline/cause-texts.ts';
import type { CauseCode } from '../../../domain/timeline/causes.ts';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { isAddressField } from '../../../domain/timeline/facts.ts';
import { instantOf } from '../../../domain/timeline/time.ts';
import { whenText } from './entry-words.ts';
import type { LaneLayout } from './lane-layout.ts';

/** A change on the chart: on the lane whose address it changed, else beside the name of its region. */
export type Mark = {
  readonly key: string;
  readonly at: number;
  readonly y: number;
  readonly kind: CauseKind;
  readonly title: string;
  /** `Region added 2 Jun 2026`, beside the name of the region. */
  readonly note: string | null;
  readonly noteY: number;
};

/** Of several causes the one to be shown: what is unexplained first, then in the order of the contract. */
function leading(codes: readonly CauseCode[]): CauseCode | undefined {
  return codes.find(code => code === 'unexplained') ?? codes[0];
}

export function marksOf(entries: readonly TimelineEntry[], layout: LaneLayout): readonly Mark[] {
  return entries.flatMap(entry => {
    const at = instantOf(entry.at);
    const places = layout.regions.flatMap(region => {
      const own = entry.differences.filter(one => one.region === region.region);
      const code = leading(entry.causesByRegion.get(region.region) ?? []);
      if (own.length === 0 || code === undefined) return [];
      const lanes = region.lanes.filter(({ lane }) =>
        own.some(one => one.field === lane.kind && isAddressField(one.field)),
      );
      const short = causeLabel(code, entry.deleted);
      const title = `${short}, ${region.label}, ${whenText(entry)}`;
      const note = code === 'region-added' ? `${short} ${utcDateText(entry.at)}` : null;
      const ys = lanes.length > 0 ? lanes.map(lane => lane.y) : [region.headY];
      return ys.map(
        (y, index): Mark => ({
          key: `${entry.id} ${region.region} ${y}`,
          at,
          y,
          kind: causeWords(code).kind,
          title,
          note: index === 0 ? note : null,
          noteY: region.headY,
        }),
      );
    });
    if (places.length > 0) return places;
    const code = leading(entry.causes);
    const [first] = layout.regions;
    if (code === undefined || !first) return [];
    const title = `${causeLabel(code, entry.deleted)}, ${whenText(entry)}`;
    return [
      {
        key: entry.id,
        at,
        y: first.headY,
        kind: causeWords(code).kind,
        title,
        note: null,
        noteY: first.headY,
      },
    ];
  });
}
