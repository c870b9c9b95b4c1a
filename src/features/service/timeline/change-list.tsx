import { useMemo, useState } from 'react';
import { causeWords } from '../../../domain/cause-words.ts';
import { causeCodes } from '../../../domain/timeline/causes.ts';
import { type EntrySource, isChange, type TimelineEntry } from '../../../domain/timeline/entry.ts';
import { instantOf } from '../../../domain/timeline/time.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { SelectBox } from '../../../ui/select-box.tsx';
import styles from './change-list.module.css';
import { ChangeRow } from './change-row.tsx';
import { sourceLabels } from './entry-words.ts';
import { HistoryButton } from './history-button.tsx';
import type { TimeRange } from './time-range.ts';
import { changeServiceAddress } from './timeline-address.ts';
import { isNews } from './timeline-model.ts';
import { useUnseen } from './use-unseen.ts';

type Props = {
  readonly id: string;
  readonly name: string;
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly range: TimeRange;
  /** Cause codes of the link; none: all. */
  readonly causes: readonly string[];
};

const sources: readonly EntrySource[] = [
  'observed',
  'recorded',
  'imported',
  'change-history',
  'activity-log',
];
/** More rows would make the page slow to draw; the rest comes on demand. */
const step = 200;

/** The table twin of the chart: every change with before and after, cause, who and where it is known from. */
export function ChangeList({ id, name, entries, range, causes }: Props) {
  const [source, setSource] = useState('');
  const [quiet, setQuiet] = useState(false);
  const [most, setMost] = useState(step);
  const unseen = useUnseen(id);
  const inRange = useMemo(
    () =>
      entries.filter(
        one => instantOf(one.at) >= range.from && instantOf(one.notBefore ?? one.at) <= range.to,
      ),
    [entries, range.from, range.to],
  );
  const silent = inRange.filter(one => !isNews(one)).length;
  const shown = inRange.filter(
    entry =>
      (quiet || isNews(entry)) &&
      (causes.length === 0 || entry.causes.some(code => causes.includes(code))) &&
      (source === '' || entry.sources.some(one => one === source)),
  );
  const present = causeCodes.filter(
    code => causes.includes(code) || inRange.some(entry => entry.causes.includes(code)),
  );
  const [chosen = ''] = causes;
  return (
    <section className={styles['list']} aria-labelledby="timeline-changes">
      <div className={styles['head']}>
        <h2 id="timeline-changes">Changes</h2>
        <p>{countText(inRange)}</p>
        <div className={styles['filters']}>
          {silent > 0 && (
            <label className={styles['quiet']} htmlFor="timeline-quiet">
              <CheckBox
                id="timeline-quiet"
                checked={quiet}
                onChange={event => setQuiet(event.currentTarget.checked)}
              />
              Operations without a change ({silent})
            </label>
          )}
          <SelectBox
            label="Cause"
            value={causes.length > 1 ? 'several' : chosen}
            onChange={value => changeServiceAddress({ cause: value === '' ? [] : [value] })}
            options={[
              { value: '', label: 'All causes' },
              ...present.map(code => ({ value: code, label: causeWords(code).label })),
              ...(causes.length > 1 ? [{ value: 'several', label: `${causes.length} causes` }] : []),
              ...(causes.length === 1 && !present.some(code => code === chosen)
                ? [{ value: chosen, label: chosen }]
                : []),
            ]}
          />
          <SelectBox
            label="Source"
            value={source}
            onChange={setSource}
            options={[
              { value: '', label: 'All sources' },
              ...sources.map(one => ({ value: one, label: sourceLabels[one] })),
            ]}
          />
          <HistoryButton entries={shown} name={name} />
        </div>
      </div>
      {shown.length === 0 ? (
        <p className={styles['none']}>{noneText(inRange.length, entries.length)}</p>
      ) : (
        <table className={styles['table']}>
          <caption className="visually-hidden">Changes, newest first. Times are UTC.</caption>
          <thead>
            <tr>
              <th scope="col" aria-sort="descending">
                When, UTC ↓
              </th>
              <th scope="col">Region</th>
              <th scope="col">Cause</th>
              <th scope="col">Before and after</th>
              <th scope="col">Who</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, most).map(entry => (
              <ChangeRow
                key={entry.id}
                entry={entry}
                unseen={unseen.marks.get(entry.id)}
                onSeen={unseen.markSeen}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length > most && (
        <PlainButton onClick={() => setMost(most + step)}>
          Show {Math.min(step, shown.length - most)} more of {shown.length}
        </PlainButton>
      )}
    </section>
  );
}

function countText(entries: readonly TimelineEntry[]): string {
  const changes = entries.filter(isChange).length;
  const unexplained = entries.filter(entry => entry.causes.includes('unexplained')).length;
  const failed = entries.filter(entry => entry.status === 'failed').length;
  return [
    `${changes} in the time shown`,
    ...(unexplained > 0 ? [`${unexplained} unexplained`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
}

function noneText(inRange: number, all: number): string {
  if (inRange > 0) return 'No change fits the filters.';
  if (all > 0) return 'Nothing changed in the time shown.';
  return 'No change is known. From now on every difference is recorded on this device.';
}
