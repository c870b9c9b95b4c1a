import { lazy, Suspense, useMemo } from 'react';
import { parseServiceId } from '../../../domain/arm-id.ts';
import type { Service } from '../../../domain/service.ts';
import { useHistory } from '../../../history/history-context.ts';
import { useClock } from '../../../ui/use-clock.ts';
import { useMedia } from '../../../ui/use-media.ts';
import { phone } from '../phone.ts';
import type { TabProps } from '../tabs/tab-props.ts';
import { useServiceQuery } from '../use-service-address.ts';
import { ChangeList } from './change-list.tsx';
import { ConflictNotes } from './conflict-notes.tsx';
import { DatePill } from './date-pill.tsx';
import { DatedAddresses } from './dated-addresses.tsx';
import { placeLanes } from './lane-layout.ts';
import { Legend } from './legend.tsx';
import { marksOf } from './marks.ts';
import { RangeControls } from './range-controls.tsx';
import { RecordNotes } from './record-notes.tsx';
import { rangeOf, type TimeRange } from './time-range.ts';
import { changeServiceAddress } from './timeline-address.ts';
import { type TimelineModel, timelineModel } from './timeline-model.ts';
import { TimelineSkeleton } from './timeline-skeleton.tsx';
import styles from './timeline-tab.module.css';
import { useRegionChoice } from './use-region-choice.ts';
import { type ServiceHistory, useServiceHistory } from './use-service-history.ts';
import { limitsOf, rangeInLink } from './zoom.ts';
import { ZoomBand } from './zoom-band.tsx';
import { ZoomButtons } from './zoom-buttons.tsx';

const LanesChart = lazy(async () => ({ default: (await import('./lanes-chart.tsx')).LanesChart }));

/** When an address changed, why, and what it was before: as lanes over time, on any date, and as a list. */
export function TimelineTab({ read }: TabProps) {
  const id = read.service?.id ?? read.unreadable?.id ?? '';
  return <ServiceTimeline id={id} service={read.service} />;
}

type Props = { readonly id: string; readonly service: Service | null };

/** The timeline of a service, also of one that is no longer there. */
export function ServiceTimeline({ id, service }: Props) {
  const known = useServiceHistory(id, service);
  const regions = service?.regions;
  const model = useMemo(
    () =>
      known.history &&
      timelineModel(
        known.history,
        regions?.map(region => region.name),
      ),
    [known.history, regions],
  );
  const { store } = useHistory();
  if (!model || (!store && known.changeHistory.loading)) return <TimelineSkeleton />;
  return <Timeline id={id} model={model} known={known} />;
}

type TimelineProps = {
  readonly id: string;
  readonly model: TimelineModel;
  readonly known: ServiceHistory;
};

function Timeline({ id, model, known }: TimelineProps) {
  const { query } = useServiceQuery();
  const small = useMedia(phone);
  // The chart moves on by the minute, not by the second.
  const now = useClock(at => Math.ceil(at / 60_000) * 60_000);
  const range = rangeOf(query, model.knownSince, now);
  const at = query.at === null ? null : Date.parse(query.at);
  const regions = useRegionChoice(model.lanes, small);
  const lanes = useMemo(
    () => model.lanes.filter(lane => regions.shown.has(lane.region)),
    [model.lanes, regions.shown],
  );
  const layout = useMemo(() => placeLanes(lanes), [lanes]);
  const inChart = useMemo(
    () =>
      model.entries.filter(entry => {
        const own = entry.differences.flatMap(one => one.region ?? []);
        return (
          own.length === 0 || own.some(region => regions.shown.has(region) || !regions.all.includes(region))
        );
      }),
    [model.entries, regions],
  );
  const marks = useMemo(
    () =>
      marksOf(
        inChart.filter(one => one.causes.length > 0),
        layout,
      ),
    [inChart, layout],
  );
  const moments = useMemo(() => [...new Set(marks.map(mark => mark.at))].sort((a, b) => a - b), [marks]);
  const choose = (instant: number | null) =>
    changeServiceAddress({ at: instant === null ? null : isoSecond(Math.min(instant, now)) });
  const limits = limitsOf(range, model.knownSince, now);
  const zoom = (to: TimeRange | null) => changeServiceAddress(rangeInLink(to, now));
  const chart = (
    <section className={styles['chart']} aria-label="Addresses over time">
      <div className={styles['controls']}>
        <RangeControls query={query} model={model} now={now} regions={regions} />
        <ZoomButtons
          range={range}
          limits={limits}
          zoomed={query.from !== null || query.to !== null}
          onZoom={zoom}
        />
        <Legend />
      </div>
      {layout.regions.length === 0 ? (
        <p className={styles['none']}>No address of this service was ever recorded.</p>
      ) : (
        <div className={styles['plot']}>
          <ZoomBand range={range} limits={limits} onZoom={zoom} />
          <DatePill at={at} range={range} now={now} moments={moments} onChoose={choose} />
          <Suspense fallback={<div style={{ height: layout.height }} />}>
            <LanesChart
              layout={layout}
              range={range}
              gaps={model.gaps}
              knownSince={model.knownSince}
              marks={marks}
              at={at}
              summary={summaryText(layout.regions.length, lanes.length, marks.length)}
            />
          </Suspense>
        </div>
      )}
    </section>
  );
  const list = (
    <ChangeList
      id={id}
      // Where the chart has room for one region alone, that is no wish to see the changes of that one alone.
      entries={small ? model.entries : inChart}
      range={range}
      causes={query.cause}
      name={parseServiceId(id)?.name ?? id}
    />
  );
  return (
    <div className={styles['tab']}>
      <ConflictNotes conflicts={model.conflicts} />
      <div className={styles['top']}>
        {!small && chart}
        <DatedAddresses
          tracks={model.tracks}
          entries={model.entries}
          at={at}
          now={now}
          query={query}
          onChoose={choose}
        />
      </div>
      {list}
      {small && chart}
      <RecordNotes model={model} known={known} />
    </div>
  );
}

function summaryText(regions: number, lanes: number, marks: number): string {
  return `${lanes} lanes of addresses in ${regions === 1 ? 'one region' : `${regions} regions`}, with ${marks} marks of changes. The list of changes and the addresses on a date say the same in text.`;
}

function isoSecond(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}
