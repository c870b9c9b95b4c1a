import type { Clock } from '../clock.ts';
import { guidOf } from '../guid.ts';
import type { Json } from '../json.ts';
import { type ChangeStyle, type PropertyChange, propertyChanges } from './diff.ts';

/** Who did something, as Azure's feeds name it. */
export type Actor = {
  readonly name: string;
  readonly type: 'User' | 'Application' | 'System' | 'Unknown';
  readonly client: string;
};

/** One row of the change feed. Times are epoch ms. */
export type Change = {
  readonly id: string;
  readonly at: number;
  readonly resourceId: string;
  readonly resourceType: string;
  readonly changeType: 'Create' | 'Update' | 'Delete';
  readonly changes: Readonly<Record<string, PropertyChange>>;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly operation: string;
};

/** One action in the activity log, which shows as several events. Times are epoch ms. */
export type Operation = {
  readonly correlationId: string;
  /** When it ended. */
  readonly at: number;
  readonly durationMs: number;
  readonly resourceId: string;
  /** Such as `Microsoft.ApiManagement/service/write`. */
  readonly name: string;
  readonly actor: Actor;
  readonly outcome: 'Succeeded' | 'Failed';
  /** ARM's error code and message of a failed operation. */
  readonly error?: { readonly code: string; readonly message: string };
};

export type ChangeRecord = Pick<
  Change,
  'at' | 'resourceId' | 'resourceType' | 'changeType' | 'correlationId' | 'actor' | 'operation'
> & {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly style: ChangeStyle;
};

/** Azure's two memories of what happened: the change feed (values, 14 days) and the activity log (names, 90 days). */
export class Feed {
  readonly changes: Change[] = [];
  readonly operations: Operation[] = [];
  readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  recordChange({ before, after, style, ...rest }: ChangeRecord): void {
    const changes = rest.changeType === 'Update' ? propertyChanges(before, after, style) : {};
    this.changes.push({
      ...rest,
      id: guidOf(`${rest.correlationId}|${rest.resourceId}|${rest.at}`),
      changes,
    });
  }

  recordOperation(operation: Operation): void {
    this.operations.push(operation);
  }
}
