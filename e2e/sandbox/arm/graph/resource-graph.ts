import * as v from 'valibot';
import { pageOf } from '../../kql/paging.ts';
import { runQuery } from '../../kql/run-query.ts';
import { type Answer, ArmRefusal } from '../answer.ts';
import { mayDo } from '../authorize.ts';
import type { Exchange } from '../exchange.ts';
import { readableSubscriptions } from '../handlers/subscriptions.ts';
import { badRequest } from '../refusals.ts';
import { graphTables } from './tables.ts';

const requestSchema = v.looseObject({
  subscriptions: v.optional(v.nullable(v.array(v.string()))),
  query: v.string(),
  options: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
});

type GraphRequest = v.InferOutput<typeof requestSchema>;

/** `POST /providers/Microsoft.ResourceGraph/resources` (azure-facts 5.1). */
export function queryResourceGraph(exchange: Exchange): Answer {
  const { arm, caller, touching, entry } = exchange;
  const request = readRequest(exchange.body);
  entry.graphQuery = request.query;
  entry.graphSubscriptions = request.subscriptions?.length ?? null;
  if (touching.find('graph-refused')) throw accessDenied(exchange);
  const quota = arm.quota.take(caller.objectId, arm.settings.graphQuota, arm.clock.now());
  const headers = {
    'x-ms-user-quota-remaining': String(Math.max(0, quota.remaining)),
    'x-ms-user-quota-resets-after': quota.resetsAfter,
  };
  if (quota.remaining < 0) throw rateLimited(exchange, { ...headers, 'retry-after': String(quota.seconds) });
  const answer = evaluate(exchange, request);
  const bytes = Buffer.byteLength(JSON.stringify(answer.body));
  if (bytes > arm.settings.graphMaxBytes) throw payloadTooLarge(exchange, bytes);
  return { ...answer, headers };
}

function readRequest(text: string): GraphRequest {
  const parsed = v.safeParse(requestSchema, parseJson(text));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw badRequest(
    'BadRequest',
    `The request is not valid: ${v.getDotPath(issue) ?? 'body'}: ${issue.message}`,
  );
}

function evaluate(exchange: Exchange, { query, subscriptions: named, options }: GraphRequest): Answer {
  const { arm, touching, correlationId } = exchange;
  const lag = touching.find('graph-lag');
  const asked = named && named.length > 0 ? named.map(id => id.toLowerCase()) : undefined;
  const subscriptions = readableSubscriptions(exchange).filter(({ id }) => !asked || asked.includes(id));
  if (subscriptions.length === 0) throw accessDenied(exchange);
  const scope = {
    world: arm.world,
    subscriptions,
    mayRead: (id: string, type: string) => mayDo(exchange, id, `${type}/read`),
    asOf: lag ? arm.clock.now() - lag.seconds * 1000 : undefined,
  };
  const now = () => arm.clock.now();
  const result = runQuery(query, graphTables(scope, query), { now, correlationId });
  if (!result.ok) return { status: 400, headers: {}, body: result.error };
  const context = { query: `${asked?.toSorted().join() ?? '*'}\n${query}`, now, correlationId };
  const paged = pageOf(result, options ?? {}, context);
  return paged.ok
    ? { status: 200, headers: {}, body: paged.page }
    : { status: 400, headers: {}, body: paged.error };
}

function accessDenied(exchange: Exchange): ArmRefusal {
  const details = [
    {
      code: 'AccessDenied',
      message: 'Access is denied to the requested resources. The user might not have enough permission.',
    },
  ];
  return new ArmRefusal(403, 'AccessDenied', support(exchange), { details });
}

function rateLimited(exchange: Exchange, headers: Readonly<Record<string, string>>): ArmRefusal {
  const message =
    'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.';
  return new ArmRefusal(429, 'RateLimiting', support(exchange), {
    details: [{ code: 'RateLimiting', message }],
    headers,
  });
}

function payloadTooLarge(exchange: Exchange, bytes: number): ArmRefusal {
  const message = `Response payload size is ${bytes}, and has exceeded the limit of ${exchange.arm.settings.graphMaxBytes}. Please consider querying less data at a time and make paginated call if needed.`;
  return new ArmRefusal(400, 'ResponsePayloadTooLarge', support(exchange), {
    details: [{ code: 'ResponsePayloadTooLarge', message }],
  });
}

function support({ arm, correlationId }: Exchange): string {
  return `Please provide below info when asking for support: timestamp = ${new Date(arm.clock.now()).toISOString()}, correlationId = ${correlationId}.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
