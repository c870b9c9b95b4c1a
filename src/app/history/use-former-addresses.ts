import { useEffect, useState } from 'react';
import { useAzure } from '../../azure/azure-context.ts';
import { yieldToMain } from '../../azure/yield-to-main.ts';
import type { FormerAddress } from '../../domain/former-address.ts';
import { formerAddresses } from '../../history/former-addresses.ts';
import { useHistory } from '../../history/history-context.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import { formerInWorker } from './former-in-worker.ts';

const none: readonly FormerAddress[] = [];
/** Milliseconds of work before the page may answer. */
const sliceMs = 10;

/** Every former address that was recorded, for the screens that look for one; none until they are read. */
export function useFormerAddresses(): readonly FormerAddress[] {
  const { store, version, team } = useHistory();
  const { cloud, tenantId: tenant, accountId: account } = useAzure().scope;
  const [found, setFound] = useState(none);
  // What a whole team recorded is too much for the page itself.
  const large = team?.state === 'read' && team.kept;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that there is something new to be read
  useEffect(() => {
    if (!store) return;
    const controller = new AbortController();
    const { signal } = controller;
    const reading = large ? formerInWorker({ cloud, tenant, account }, signal) : inSlices(store, signal);
    void reading.then(all => {
      if (!signal.aborted) setFound(all);
    });
    return () => controller.abort();
  }, [store, version, large, cloud, tenant, account]);
  return found;
}

async function inSlices(store: HistoryStore, signal: AbortSignal): Promise<readonly FormerAddress[]> {
  const found: FormerAddress[] = [];
  let began = performance.now();
  for await (const some of formerAddresses(store)) {
    if (signal.aborted) return none;
    found.push(...some);
    if (performance.now() - began < sliceMs) continue;
    await yieldToMain();
    began = performance.now();
  }
  return found;
}
