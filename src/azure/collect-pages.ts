import * as v from 'valibot';
import type { Arm, ArmAnswer } from './arm.ts';
import { ArmError, type ArmScope } from './arm-error.ts';
import type { ArmRequest } from './arm-request.ts';
import { scopeOf } from './arm-url.ts';
import { type RowReader, type Rows, readRows } from './read-rows.ts';

const listBody = v.object({ value: v.array(v.unknown()) });

/** The rows of one page of an ARM list. @throws ArmError for an answer that is no list: empty would be a claim. */
export function listOf(scope: ArmScope, answer: ArmAnswer): readonly unknown[] {
  return shapeOf(listBody, scope, answer).value;
}

/** An answer's body in the shape that the operation promises. @throws ArmError of kind `malformed`. */
export function shapeOf<T>(schema: v.GenericSchema<unknown, T>, scope: ArmScope, answer: ArmAnswer): T {
  const result = v.safeParse(schema, answer.body, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ArmError({
    kind: 'malformed',
    scope: scopeOf(scope),
    status: 200,
    code: '',
    message: `Azure’s answer has an unexpected shape (${v.getDotPath(issue) ?? 'body'}: ${issue.message}).`,
    correlationId: answer.correlationId,
  });
}

export type CollectedPages<T> = Rows<T> & {
  readonly correlationIds: readonly string[];
  /** Epoch ms of the last page. */
  readonly receivedAt: number;
  /** Why the list ends before its end; what was read until then is kept. Null for a whole list. */
  readonly failure: ArmError | null;
};

/** Reads a list to its end. @throws ArmError only where not even the first page came, or the signal's reason. */
export async function collectPages<W, T>(
  arm: Arm,
  request: ArmRequest,
  reader: RowReader<W, T>,
): Promise<CollectedPages<T>> {
  const pages: Rows<T>[] = [];
  const correlationIds: string[] = [];
  let receivedAt = 0;
  let failure: ArmError | null = null;
  try {
    for await (const answer of arm.pages(request)) {
      pages.push(await readRows(reader, listOf(request, answer), request.signal));
      receivedAt = answer.receivedAt;
      if (answer.correlationId !== null) correlationIds.push(answer.correlationId);
    }
  } catch (cause) {
    if (!(cause instanceof ArmError) || pages.length === 0) throw cause;
    failure = cause;
  }
  return {
    rows: pages.flatMap(page => page.rows),
    unreadable: pages.flatMap(page => page.unreadable),
    correlationIds,
    receivedAt,
    failure,
  };
}
