import * as v from 'valibot';
import type { ArmAnswer } from './arm.ts';
import { payloadTooLarge } from './arm-answer.ts';
import { ArmError } from './arm-error.ts';
import { pageRefusal, resourceGraphPath } from './arm-url.ts';
import type { Azure } from './azure.ts';
import { shapeOf } from './collect-pages.ts';

/** Which subscriptions are asked; `all`: the whole tenant, as far as the account may read. */
export type SubscriptionSelection = 'all' | readonly string[];

const largestPage = 1_000;
const mostPages = 1_000;
/** Resource Graph's own advice is to stay at or under this (learn: guidance-for-throttled-requests). */
const subscriptionsPerQuery = 300;

/** An answer of Resource Graph in `objectArray` format; `resultTruncated` is a text on the wire. */
const resourceGraphBody = v.object({
  data: v.array(v.unknown()),
  totalRecords: v.fallback(v.nullish(v.number(), null), null),
  resultTruncated: v.fallback(v.nullish(v.union([v.string(), v.boolean()]), null), null),
  $skipToken: v.nullish(v.string(), null),
});

export type ResourceGraphQuery = {
  /** In the reader's words: `query services`. */
  readonly operation: string;
  readonly kql: string;
  /** At most 300 (see `inGroups`), or `all`. */
  readonly subscriptionIds: SubscriptionSelection;
  readonly signal?: AbortSignal | undefined;
};

export type ResourceGraphPage = {
  readonly rows: readonly unknown[];
  /** How many rows the whole query has, where Resource Graph says. */
  readonly total: number | null;
  readonly correlationId: string | null;
  /** Epoch ms. */
  readonly receivedAt: number;
};

/** The groups in which a selection is asked: one for all, else at most 300 subscriptions each, in a fixed order. */
export function inGroups(selection: SubscriptionSelection): readonly SubscriptionSelection[] {
  if (selection === 'all') return ['all'];
  const ids = sortedIds(selection);
  const groups: string[][] = [];
  for (let at = 0; at < ids.length; at += subscriptionsPerQuery)
    groups.push(ids.slice(at, at + subscriptionsPerQuery));
  return groups;
}

/** Subscription ids without case and doubles, sorted: equal selections give equal cache keys. */
export function sortedIds(ids: readonly string[]): string[] {
  return [...new Set(ids.map(id => id.toLowerCase()))].sort();
}

/**
 * Asks Resource Graph page by page. An answer too large is asked again with half the rows.
 * @throws ArmError, also where pages lead in a loop or rows are cut off with no way to ask for the rest.
 */
export async function* queryResourceGraph(
  { arm }: Azure,
  query: ResourceGraphQuery,
): AsyncGenerator<ResourceGraphPage> {
  const seen = new Set<string>();
  let top = largestPage;
  let read = 0;
  let skipToken: string | null = null;
  for (;;) {
    const answer: ArmAnswer | null = await arm
      .send(requestOf(query, top, skipToken))
      .catch((cause: unknown) => {
        if (cause instanceof ArmError && cause.code === payloadTooLarge && top > 1) return null;
        throw cause;
      });
    if (answer === null) {
      top = Math.floor(top / 2);
      continue;
    }
    const body: v.InferOutput<typeof resourceGraphBody> = shapeOf(resourceGraphBody, query, answer);
    read += body.data.length;
    skipToken = body.$skipToken || null;
    const { correlationId, receivedAt } = answer;
    yield { rows: body.data, total: body.totalRecords, correlationId, receivedAt };
    if (skipToken === null) {
      if (isTruncated(body) && (body.totalRecords === null || read < body.totalRecords))
        throw pageRefusal(query, 'Resource Graph left rows out and gave no way to ask for them.');
      return;
    }
    if (seen.has(skipToken) || seen.size >= mostPages)
      throw pageRefusal(query, 'Resource Graph’s pages do not come to an end.');
    seen.add(skipToken);
  }
}

function requestOf(
  { operation, kql, subscriptionIds, signal }: ResourceGraphQuery,
  top: number,
  skipToken: string | null,
) {
  return {
    operation,
    path: resourceGraphPath,
    apiVersion: '2022-10-01',
    body: {
      ...(subscriptionIds === 'all' ? {} : { subscriptions: subscriptionIds }),
      query: kql,
      options: {
        resultFormat: 'objectArray',
        $top: top,
        ...(skipToken === null ? {} : { $skipToken: skipToken }),
      },
    },
    signal,
  };
}

function isTruncated({ resultTruncated }: v.InferOutput<typeof resourceGraphBody>): boolean {
  return String(resultTruncated).toLowerCase() === 'true';
}
