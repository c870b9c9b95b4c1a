import type { QueryClient } from '@tanstack/react-query';
import { actions } from '../../../azure/actions.ts';
import { ArmError } from '../../../azure/arm-error.ts';
import type { Azure } from '../../../azure/azure.ts';
import { networkStatusQuery } from '../../../azure/get-network-status.ts';
import { isNotOffered } from '../../../azure/is-not-offered.ts';
import { mapBounded } from '../../../azure/map-bounded.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import type { NetworkAnswer } from '../../../domain/fleet/network-answer.ts';
import { networkVerdict } from '../../../domain/network-status/verdict.ts';
import type { Service } from '../../../domain/service.ts';
import { clock } from '../../../ui/clock.ts';

/** As many as the transport has in flight for one subscription (design 5). */
const atOnce = 6;

type How = {
  readonly queries: QueryClient;
  readonly azure: Azure;
  readonly signal: AbortSignal;
  readonly onAnswer: (key: string, answer: NetworkAnswer) => void;
};

/** Asks Azure about the network of each service; an answer comes as soon as it is there. Ends early when aborted. */
export async function checkNetworks(
  rows: readonly ServiceRow[],
  { queries, azure, signal, onAnswer }: How,
): Promise<void> {
  await mapBounded(rows, atOnce, async ({ key, service }) => {
    if (signal.aborted) return;
    const query = networkStatusQuery(azure, service.id);
    const cancel = () => void queries.cancelQueries({ queryKey: query.queryKey });
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const regions = await queries.fetchQuery(query);
      const now = clock.now();
      const locations = service.regions.map(region => region.displayName);
      const { state, title } = networkVerdict(regions, locations, now);
      if (!signal.aborted) onAnswer(key, { state, text: title, askedAt: now });
    } catch (error) {
      if (!signal.aborted) onAnswer(key, withoutVerdict(service, error));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  });
}

function withoutVerdict({ name }: Service, error: unknown): NetworkAnswer {
  const askedAt = clock.now();
  if (isNotOffered(error))
    return { state: 'not-offered', text: 'Azure has no network status for this service.', askedAt };
  if (error instanceof ArmError && error.kind === 'forbidden')
    return {
      state: 'unread',
      text: `You may not read the network status of ${name}: it takes ${actions.networkStatus}.`,
      askedAt,
    };
  const why = error instanceof Error ? error.message : String(error);
  return { state: 'unread', text: `The network status of ${name} could not be read. ${why}`, askedAt };
}
