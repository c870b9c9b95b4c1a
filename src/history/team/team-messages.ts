import type { FormerAddress } from '../../domain/former-address.ts';
import type { ExpectedOwner } from '../../domain/timeline/file-read.ts';
import type { History } from '../../domain/timeline/history.ts';
import type { ServiceSummary } from '../../domain/timeline/summary.ts';
import type { Partition } from '../partition.ts';
import type { ServiceKey } from '../schema.ts';
import type { TeamFile } from '../team-file.ts';

/** What the page asks of the worker. */
export type ToTeamWorker =
  | {
      readonly kind: 'read';
      /** A path of this origin. */
      readonly url: string;
      readonly owner: ExpectedOwner;
      readonly partition: Partition;
      /** The installation lets the page keep things on the device. */
      readonly device: boolean;
      /** The file is kept on the device; otherwise it is in memory alone. */
      readonly keep: boolean;
    }
  /** What the file tells of a service, where it is in memory alone. */
  | { readonly kind: 'history'; readonly request: number; readonly service: ServiceKey }
  /** Every former address that is stored. */
  | { readonly kind: 'former'; readonly partition: Partition };

/** What the worker tells the page. */
export type FromTeamWorker =
  | { readonly kind: 'team'; readonly team: TeamFile }
  /** Something was written. */
  | { readonly kind: 'written' }
  /** Services of a file that is in memory alone, some at a time; after the last of them `team` says that it was read. */
  | {
      readonly kind: 'held';
      readonly services: readonly (readonly [ServiceKey, ServiceSummary | null])[];
    }
  | { readonly kind: 'history'; readonly request: number; readonly history: History }
  /** Some of them. */
  | { readonly kind: 'former'; readonly former: readonly FormerAddress[] }
  /** There is nothing more to come, and nothing to be asked. */
  | { readonly kind: 'done' };
