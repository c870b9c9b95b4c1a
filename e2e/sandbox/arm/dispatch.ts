import type { IncomingMessage } from 'node:http';
import type { Answer } from './answer.ts';
import { ArmRefusal } from './answer.ts';
import { checkApiVersion } from './api-versions.ts';
import type { Arm } from './arm.ts';
import { authenticate, type Caller, claimsChallenge } from './authenticate.ts';
import { authorize } from './authorize.ts';
import { readBody } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { Touching } from './faults/faults.ts';
import type { LogEntry } from './log.ts';
import { parameter } from './parameter.ts';
import { methodNotAllowed, missingApiVersion, throttled, unknownResourceType } from './refusals.ts';
import { findRoute } from './router.ts';
import { routes } from './routes.ts';

/** ARM's answer to a request, in ARM's order of checks: version, token, route, right, group, resource. @throws ArmRefusal */
export async function dispatch(
  arm: Arm,
  request: IncomingMessage,
  url: URL,
  entry: LogEntry,
  touching: Touching,
  correlationId: string,
): Promise<Answer> {
  const method = request.method ?? 'GET';
  const version = parameter(url, 'api-version');
  if (!version) throw missingApiVersion();
  const caller = admit(arm, request, touching);
  entry.tenant = caller.tenantId;
  const found = findRoute(routes, method, url.pathname);
  if (found.kind === 'wrong-method') throw methodNotAllowed(method);
  if (found.kind === 'none') throw unknownResourceType(url.pathname);
  const { route, params } = found;
  const body = method === 'POST' ? await readBody(request) : '';
  const exchange: Exchange = { arm, url, version, caller, params, body, correlationId, touching, entry };
  if (route.action) authorize(exchange, route.action);
  checkApiVersion(route.provider, route.type, version);
  const left = readsLeft(exchange, params['subscriptionId']);
  const answer = route.handle(exchange);
  return { ...answer, headers: { ...left, ...answer.headers } };
}

function admit(arm: Arm, request: IncomingMessage, touching: Touching): Caller {
  const now = arm.clock.now();
  if (touching.find('expired-token'))
    throw new ArmRefusal(401, 'ExpiredAuthenticationToken', 'The access token has expired.', {
      headers: {
        'www-authenticate': 'Bearer error="invalid_token", error_description="The access token has expired."',
      },
    });
  const caller = authenticate(request.headers.authorization, arm.tokens, now);
  const challenge = touching.find('claims-challenge');
  if (challenge && !caller.contexts.includes(challenge.context))
    throw claimsChallenge(
      JSON.stringify({ access_token: { acrs: { essential: true, value: challenge.context } } }),
    );
  return caller;
}

function readsLeft({ arm, caller }: Exchange, subscriptionId: string | undefined): Record<string, string> {
  const left = arm.buckets.take(
    `${subscriptionId?.toLowerCase() ?? caller.tenantId} ${caller.objectId}`,
    arm.clock.now(),
  );
  if (left < 0 && arm.settings.enforceReadLimit) throw throttled(subscriptionId ?? caller.tenantId, 1);
  const scope = subscriptionId ? 'subscription' : 'tenant';
  return { [`x-ms-ratelimit-remaining-${scope}-reads`]: String(Math.max(0, left)) };
}
