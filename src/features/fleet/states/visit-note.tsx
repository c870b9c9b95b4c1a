import { useState } from 'react';
import { armKey, armName } from '../../../domain/arm-id.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import { changedSince } from '../../../domain/timeline/summary.ts';
import { useHistory } from '../../../history/history-context.ts';
import { FloatingNote } from '../../../ui/floating-note.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { changeFleetAddress } from '../fleet-address.ts';
import type { Fleet } from '../use-fleet.ts';

/** So many are named. */
const most = 3;

/** What changed since the reader was here last. */
export function VisitNote({ fleet: { read } }: { readonly fleet: Fleet }) {
  const { summaries, lastVisit } = useHistory();
  const [closed, setClosed] = useState(0);
  if (!summaries || lastVisit === null || !read) return null;
  const here = new Set(read.services.map(service => armKey(service.id)));
  const changed = summaries.filter(one => changedSince(one, lastVisit) && here.has(armKey(one.service)));
  const count = changed.length;
  if (count <= closed) return null;
  const names = changed.slice(0, most).map(one => armName(one.service));
  const unexplained = changed.filter(one => one.unexplained.length > 0).length;
  return (
    <FloatingNote onClose={() => setClosed(count)}>
      <b>{count === 1 ? 'One service changed' : `${count} services changed`}</b> since your last visit on{' '}
      {utcTimeText(lastVisit)} UTC: {names.join(', ')}
      {count > most && ` and ${count - most} more`}.{unexplained > 0 && ` ${unexplained} unexplained.`}{' '}
      <PlainButton
        kind="link"
        onClick={() => {
          changeFleetAddress({ changed: new Date(lastVisit).toISOString() });
          setClosed(count);
        }}
      >
        Show {count === 1 ? 'it' : 'them'}
      </PlainButton>
    </FloatingNote>
  );
}
