import { regionLabel } from '../../../domain/region.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import type { ShownConflict } from '../../../domain/timeline/conflicts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { fieldLabel } from './entry-words.ts';

type Props = { readonly conflicts: readonly ShownConflict[] };

/** So many are named; the others are counted. */
const most = 3;

/** Observations that contradict each other: both are kept, neither is believed. */
export function ConflictNotes({ conflicts }: Props) {
  if (conflicts.length === 0) return null;
  const more = conflicts.length - most;
  return (
    <Banner tone="unknown">
      <b>Two records disagree.</b> Both are kept, and nothing is told from them for that time.
      <ul>
        {conflicts.slice(-most).map(one => (
          <li key={`${one.from} ${one.to}`}>
            {utcTimeText(one.from)} to {utcTimeText(one.to)} UTC: {whatText(one)}
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {more} before.</p>}
    </Banner>
  );
}

function whatText({ disagreements }: ShownConflict): string {
  if (disagreements.length === 0) return 'one of them did not see the service.';
  const names = disagreements.map(({ region, field }) =>
    region === undefined ? fieldLabel(field) : `${fieldLabel(field)} in ${regionLabel(region)}`,
  );
  return `${[...new Set(names)].join(', ')}.`;
}
