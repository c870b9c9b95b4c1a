import { armSegment } from '../domain/arm-id.ts';
import type { ServiceKey } from './schema.ts';

/**
 * When the services of a subscription were last read completely, and since when a service that is still being created
 * was known not to be there (milliseconds). What is known of services that were not there.
 */
export type Lists = {
  readonly listedAt: Readonly<Record<string, number>>;
  readonly newcomers: Readonly<Record<ServiceKey, number>>;
};

export const noLists: Lists = { listedAt: {}, newcomers: {} };

function isNumbers(value: unknown): value is Readonly<Record<string, number>> {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every(one => typeof one === 'number')
  );
}

/** A stored record, or none where it is missing or damaged. */
export function listsOf(value: unknown): Lists {
  if (typeof value !== 'object' || value === null || !('listedAt' in value) || !('newcomers' in value))
    return noLists;
  const { listedAt, newcomers } = value;
  return isNumbers(listedAt) && isNumbers(newcomers) ? { listedAt, newcomers } : noLists;
}

export function subscriptionOf(service: ServiceKey): string {
  return armSegment(service, 'subscriptions') ?? '';
}
