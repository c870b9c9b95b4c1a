import { useMemo } from 'react';
import { armKey } from '../../../domain/arm-id.ts';
import { useHistory } from '../../../history/history-context.ts';
import { announce } from '../../../ui/announce.ts';

/** Unexplained changes of a service that nobody has marked as seen: their marks by the id of the entry. */
export function useUnseen(id: string) {
  const { summaries, actions } = useHistory();
  const marks = useMemo(() => {
    const summary = summaries?.find(one => armKey(one.service) === armKey(id));
    return new Map(summary?.unexplained.map(one => [one.id, one.mark]));
  }, [summaries, id]);
  return {
    marks,
    markSeen: (mark: string) => void actions?.markSeen(id, [mark]).then(() => announce('Marked as seen')),
  };
}
