import { regionLabel } from '../../../domain/region.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';
import { SelectBox } from '../../../ui/select-box.tsx';
import { fromOf, linkRangeLabel, presets, rangeKey, rangeOf } from './time-range.ts';
import { changeServiceAddress } from './timeline-address.ts';
import type { TimelineModel } from './timeline-model.ts';
import type { RegionChoice } from './use-region-choice.ts';

type Props = {
  readonly query: ServiceQuery;
  readonly model: TimelineModel;
  readonly now: number;
  readonly regions: RegionChoice;
};

/** Which time and which regions are shown. */
export function RangeControls({ query, model, now, regions }: Props) {
  const { knownSince } = model;
  const key = rangeKey(query, knownSince, now);
  return (
    <>
      <SelectBox
        label="Time shown"
        value={key}
        onChange={value => changeServiceAddress({ from: fromOf(value, knownSince, now), to: null })}
        options={[
          ...presets.map(one => ({ value: one.key, label: one.label })),
          ...(knownSince === null ? [] : [{ value: 'all', label: 'All that is known' }]),
          ...(key === 'link'
            ? [{ value: 'link', label: linkRangeLabel(rangeOf(query, knownSince, now)) }]
            : []),
        ]}
      />
      <SelectBox
        label={regions.mayShowAll ? 'Regions shown' : 'Region in the chart'}
        value={regions.chosen}
        onChange={regions.choose}
        options={[
          ...(regions.mayShowAll ? [{ value: '', label: 'All regions' }] : []),
          ...regions.all.map(region => ({ value: region, label: regionLabel(region) })),
        ]}
      />
    </>
  );
}
