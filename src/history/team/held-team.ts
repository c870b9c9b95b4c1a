import type { History } from '../../domain/timeline/history.ts';
import type { ServiceSummary } from '../../domain/timeline/summary.ts';
import type { ServiceKey } from '../schema.ts';

/** A team's record that is in memory alone, where nothing may be kept on the device. */
export type HeldTeam = {
  readonly services: readonly ServiceKey[];
  /** Of the services that changed, with what this browser observed of them. */
  readonly summaries: ReadonlyMap<ServiceKey, ServiceSummary>;
  readonly historyOf: (service: ServiceKey) => Promise<History>;
};
