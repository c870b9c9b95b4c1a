import { useEffect, useState } from 'react';
import { yieldToMain } from '../../azure/yield-to-main.ts';
import type { FormerAddress } from '../../domain/former-address.ts';
import { formerOf } from '../../domain/former-of-history.ts';
import { useHistory } from '../../history/history-context.ts';
import type { HistoryStore } from '../../history/history-store.ts';

const none: readonly FormerAddress[] = [];
/** Services whose histories are in memory at once, and milliseconds of work before the page may answer. */
const [servicesAtOnce, sliceMs] = [20, 10];

/** Every former address that was recorded, for the screens that look for one; none until they are read. */
export function useFormerAddresses(): readonly FormerAddress[] {
  const { store, version } = useHistory();
  const [found, setFound] = useState(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that there is something new to be read
  useEffect(() => {
    if (!store) return;
    const controller = new AbortController();
    void formerAddresses(store, controller.signal).then(all => {
      if (!controller.signal.aborted) setFound(all);
    });
    return () => controller.abort();
  }, [store, version]);
  return found;
}

async function formerAddresses(store: HistoryStore, signal: AbortSignal): Promise<readonly FormerAddress[]> {
  const services = await store.services();
  const found: FormerAddress[] = [];
  let began = performance.now();
  for (let start = 0; start < services.length && !signal.aborted; start += servicesAtOnce) {
    for (const history of await store.historiesOf(services.slice(start, start + servicesAtOnce))) {
      found.push(...formerOf(history));
      if (performance.now() - began < sliceMs) continue;
      await yieldToMain();
      began = performance.now();
    }
  }
  return found;
}
