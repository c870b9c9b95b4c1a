import { useEffect, useMemo, useState } from 'react';
import type { FormerAddress } from '../../domain/former-address.ts';
import { formerSteps } from '../../domain/former-of-history.ts';
import type { History } from '../../domain/timeline/history.ts';
import { useHistory } from '../../history/history-context.ts';
import { useSliced } from '../../ui/use-sliced.ts';

const none: readonly FormerAddress[] = [];

/** Every former address that was recorded, for the screens that look for one; none until they are read. */
export function useFormerAddresses(): readonly FormerAddress[] {
  const { store, version } = useHistory();
  const [history, setHistory] = useState<History>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that there is something new to be read
  useEffect(() => {
    if (!store) return;
    let left = false;
    void store.wholeHistory().then(read => {
      if (!left) setHistory(read);
    });
    return () => {
      left = true;
    };
  }, [store, version]);
  const steps = useMemo(() => history && (() => formerSteps(history)), [history]);
  return useSliced(steps).result ?? none;
}
