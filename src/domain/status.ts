import type { Service } from './service.ts';

export type StatusTone = 'fine' | 'working' | 'failed' | 'stopped' | 'unknown';
export type ServiceStatus = { readonly word: string; readonly tone: StatusTone };

/** The words of `az apim list` for ARM's provisioningState (azure-cli, apim/_format.py: Created reads Activating, Failed reads Error); any other state verbatim. */
const words: ReadonlyMap<string, ServiceStatus> = new Map(
  Object.entries<ServiceStatus>({
    created: { word: 'Activating', tone: 'working' },
    activating: { word: 'Activating', tone: 'working' },
    succeeded: { word: 'Online', tone: 'fine' },
    updating: { word: 'Updating', tone: 'working' },
    failed: { word: 'Error', tone: 'failed' },
    stopped: { word: 'Stopped', tone: 'stopped' },
    terminating: { word: 'Terminating', tone: 'failed' },
    terminationfailed: { word: 'TerminationFailed', tone: 'failed' },
    deleted: { word: 'Deleted', tone: 'failed' },
  }),
);

/** What a provisioning state is called on screen. It speaks of provisioning, never of whether the gateway answers. */
export function statusOf(provisioningState: string): ServiceStatus {
  if (provisioningState === '') return { word: 'Not reported', tone: 'unknown' };
  return words.get(provisioningState.toLowerCase()) ?? { word: provisioningState, tone: 'unknown' };
}

const riskyStates = new Set(['stopped', 'failed', 'terminating']);

/** At risk (design 3, `risk=1`): the subscription is not Enabled, or the service is Stopped, Failed or Terminating. */
export function isAtRisk(
  service: Pick<Service, 'provisioningState'>,
  subscriptionState: string | null | undefined,
): boolean {
  return isSubscriptionAtRisk(subscriptionState) || riskyStates.has(service.provisioningState.toLowerCase());
}

/** A state that is not known is no risk: nothing is claimed that was not read. */
export function isSubscriptionAtRisk(state: string | null | undefined): boolean {
  return state !== null && state !== undefined && state.toLowerCase() !== 'enabled';
}
