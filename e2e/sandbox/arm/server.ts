import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { listenOnLoopback } from '../loopback.ts';
import { type Answer, ArmRefusal } from './answer.ts';
import type { Arm } from './arm.ts';
import { handleControl, isControl } from './control/control.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { dispatch } from './dispatch.ts';
import { refuseByFault } from './faults/before.ts';
import { send } from './faults/send.ts';
import type { LogEntry } from './log.ts';

export type ArmServer = {
  /** `http://localhost:4174` */
  readonly origin: string;
  close(): Promise<void>;
};

/** Puts the stand-in for Azure Resource Manager on a loopback port; 0 takes a free one. @throws where the port is taken */
export async function startArm(arm: Arm, port: number): Promise<ArmServer> {
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    answer(arm, request, response).catch(() => response.destroy());
  };
  const server = await listenOnLoopback(handle, port);
  arm.origin = `http://localhost:${server.port}`;
  return { origin: arm.origin, close: server.close };
}

async function answer(arm: Arm, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', arm.origin);
  if (isControl(url)) return handleControl(arm, request, response, url);
  const entry = arm.log.begin(request.method ?? 'GET', url);
  response.on('close', () => {
    entry.aborted = !response.writableFinished && entry.ended === null;
    entry.ended ??= Date.now();
  });
  response.on('finish', () => {
    entry.ended ??= Date.now();
  });
  if (isPreflight(request)) {
    entry.status = 200;
    response.writeHead(200, preflightHeaders(request)).end();
    return;
  }
  await answerCall(arm, request, response, url, entry);
}

async function answerCall(
  arm: Arm,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  entry: LogEntry,
): Promise<void> {
  const touching = arm.faults.touching({ subscription: entry.subscription, path: url.pathname });
  entry.faults.push(...touching.kinds);
  const delay = arm.settings.delayMs + (touching.find('slow')?.ms ?? 0);
  if (delay > 0) await wait(delay, undefined, { ref: false });
  if (touching.find('reset')) {
    request.socket.destroy();
    return;
  }
  const correlationId = correlationOf(request);
  entry.correlationId = correlationId;
  const drawn = await draw(async () => {
    refuseByFault(touching, entry.subscription);
    return dispatch(arm, request, url, entry, touching, correlationId);
  });
  entry.status = touching.find('html-error') ? 502 : drawn.status;
  entry.code = codeOf(drawn.body);
  entry.retryAfter = drawn.headers['retry-after'] ?? null;
  const headers = {
    ...commonHeaders(arm, request, correlationId),
    ...corsHeaders(request, touching.find('hide-headers') !== undefined),
    ...drawn.headers,
  };
  entry.bytes = send(response, { status: drawn.status, headers, text: JSON.stringify(drawn.body) }, touching);
}

async function draw(make: () => Promise<Answer>): Promise<Answer> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof ArmRefusal) return error.answer;
    const message = error instanceof Error ? error.message : 'The sandbox failed.';
    return new ArmRefusal(500, 'InternalServerError', `The sandbox failed: ${message}`).answer;
  }
}

const envelope = v.object({ error: v.object({ code: v.string() }) });

function codeOf(body: unknown): string | null {
  const parsed = v.safeParse(envelope, body);
  return parsed.success ? parsed.output.error.code : null;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A caller may bring its own GUID for the whole action (azure-facts 4.2). */
function correlationOf(request: IncomingMessage): string {
  const given = request.headers['x-ms-correlation-request-id'];
  return typeof given === 'string' && guid.test(given) ? given : randomUUID();
}

function commonHeaders(arm: Arm, request: IncomingMessage, correlationId: string): Record<string, string> {
  const requestId = randomUUID();
  const stamp = new Date(arm.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '');
  const clientId = request.headers['x-ms-client-request-id'];
  const returned =
    request.headers['x-ms-return-client-request-id'] === 'true' && typeof clientId === 'string';
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    expires: '-1',
    'x-content-type-options': 'nosniff',
    'x-ms-request-id': requestId,
    'x-ms-correlation-request-id': correlationId,
    'x-ms-routing-request-id': `SANDBOX:${stamp}:${requestId}`,
    ...(returned ? { 'x-ms-client-request-id': clientId } : {}),
  };
}
