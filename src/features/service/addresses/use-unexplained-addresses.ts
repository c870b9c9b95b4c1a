import { useEffect, useMemo, useState } from 'react';
import { armKey } from '../../../domain/arm-id.ts';
import { useHistory } from '../../../history/history-context.ts';
import type { UnexplainedAddresses } from './unexplained-at.ts';

const none: UnexplainedAddresses = new Map();

/** Addresses of a service that came unexplained and that nobody has marked as seen. Costs nothing where there is none. */
export function useUnexplainedAddresses(id: string): UnexplainedAddresses {
  const { store, summaries } = useHistory();
  const unseen = useMemo(() => {
    const summary = summaries?.find(one => armKey(one.service) === armKey(id));
    return new Set(summary?.unexplained.map(one => one.id));
  }, [summaries, id]);
  const [found, setFound] = useState({ unseen, addresses: none });
  useEffect(() => {
    if (!store || unseen.size === 0) return;
    let left = false;
    void Promise.all([import('./unexplained-addresses.ts'), store.historyOf(id)]).then(
      ([{ unexplainedAddresses }, history]) => {
        if (!left) setFound({ unseen, addresses: unexplainedAddresses(history, unseen) });
      },
    );
    return () => {
      left = true;
    };
  }, [store, id, unseen]);
  return found.unseen === unseen ? found.addresses : none;
}
