import type * as v from 'valibot';
import { armSegment } from '../domain/arm-id.ts';
import { textAsWritten } from '../domain/visible-text.ts';
import type { Azure } from './azure.ts';
import { shapeOf } from './collect-pages.ts';

/** Which resource is read; the signal belongs to the reader that waits for it. */
export type ById = { readonly id: string; readonly signal?: AbortSignal | undefined };

/** The api-version of every read of Microsoft.Network (azure-rest-api-specs, stable/2024-05-01). */
export const networkApiVersion = '2024-05-01';

/** Reads one ARM resource by its id. @throws ArmError; of kind `malformed` for an answer of another shape. */
export async function getResource<T>(
  { arm }: Azure,
  { id, signal }: ById,
  how: {
    /** In the reader's words: `read a subnet`. */
    readonly operation: string;
    readonly apiVersion: string;
    readonly schema: v.GenericSchema<unknown, T>;
    /** Behind the id: `/networkstatus`. */
    readonly below?: string;
  },
): Promise<T> {
  const subscriptionId = armSegment(id, 'subscriptions');
  const request = {
    operation: how.operation,
    subscriptionId,
    // An id that another resource named came through the border, which shows what a legal name may hide.
    path: `${textAsWritten(id)}${how.below ?? ''}`,
    apiVersion: how.apiVersion,
    signal,
  };
  return shapeOf(how.schema, request, await arm.send(request));
}
