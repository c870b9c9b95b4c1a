import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { mutationSchema } from '../../world/mutations/mutation.ts';
import { MutationError } from '../../world/mutations/regions.ts';
import type { Arm } from '../arm.ts';
import { readBody } from '../body.ts';
import { faultSchema } from '../faults/fault.ts';
import { createArmControls } from './controls.ts';
import { stateOf } from './state.ts';

/** Browsers ask for it beside the page; the sandbox has none. */
const icon = '/favicon.ico';

/** Everything under `/_control` belongs to the sandbox, not to Azure. */
export function isControl(url: URL): boolean {
  return url.pathname === '/_control' || url.pathname.startsWith('/_control/') || url.pathname === icon;
}

const files: Readonly<Record<string, readonly [name: string, type: string]>> = {
  '/_control/': ['page.html', 'text/html; charset=utf-8'],
  '/_control/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/_control/api.js': ['api.js', 'text/javascript; charset=utf-8'],
  '/_control/dom.js': ['dom.js', 'text/javascript; charset=utf-8'],
  '/_control/levers.js': ['levers.js', 'text/javascript; charset=utf-8'],
  '/_control/page.css': ['page.css', 'text/css; charset=utf-8'],
};

type Reply = { readonly status: number; readonly body: unknown };

/** The control page and its JSON. */
export async function handleControl(
  arm: Arm,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (!isFromHere(request))
    return json(response, { status: 403, body: { message: 'The controls answer this machine alone.' } });
  const file = request.method === 'GET' ? files[url.pathname] : undefined;
  if (file) return sendFile(response, arm.loginOrigin, ...file);
  if (url.pathname === icon) {
    response.writeHead(204).end();
    return;
  }
  if (url.pathname === '/_control') {
    response.writeHead(308, { location: '/_control/' }).end();
    return;
  }
  json(response, await reply(arm, request, url).catch(refusal));
}

async function reply(arm: Arm, request: IncomingMessage, url: URL): Promise<Reply> {
  const controls = createArmControls(arm);
  const call = `${request.method} ${url.pathname.slice('/_control'.length)}`;
  const fault = /^DELETE \/faults\/(\d+)$/.exec(call)?.[1];
  if (fault) return { status: controls.removeFault(Number(fault)) ? 200 : 404, body: controls.faults };
  switch (call) {
    case 'GET /state':
      return { status: 200, body: stateOf(arm) };
    case 'POST /mutations':
      controls.mutate(v.parse(mutationSchema, await jsonOf(request)));
      return { status: 200, body: {} };
    case 'GET /faults':
      return { status: 200, body: controls.faults };
    case 'POST /faults':
      return { status: 200, body: { id: controls.addFault(v.parse(faultSchema, await jsonOf(request))) } };
    case 'DELETE /faults':
      controls.clearFaults();
      return { status: 200, body: controls.faults };
    case 'GET /log':
      return { status: 200, body: controls.log };
    case 'DELETE /log':
      controls.clearLog();
      return { status: 200, body: controls.log };
    case 'POST /settings':
      controls.configure(
        v.parse(v.record(v.string(), v.union([v.number(), v.boolean()])), await jsonOf(request)),
      );
      return { status: 200, body: controls.settings };
    case 'POST /clock':
      controls.setClockOffset(
        v.parse(v.strictObject({ offsetMs: v.number() }), await jsonOf(request)).offsetMs,
      );
      return { status: 200, body: { now: new Date(arm.clock.now()).toISOString() } };
    case 'POST /reset':
      arm.reset();
      return { status: 200, body: stateOf(arm) };
    default:
      return { status: 404, body: { message: `There is no ${call} here.` } };
  }
}

function refusal(error: unknown): Reply {
  if (error instanceof v.ValiError) return { status: 400, body: { message: error.message } };
  if (error instanceof MutationError || error instanceof SyntaxError)
    return { status: 400, body: { message: error.message } };
  return { status: 500, body: { message: error instanceof Error ? error.message : 'The controls failed.' } };
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request);
  return text === '' ? {} : JSON.parse(text);
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** Loopback peers alone, under a loopback name (against DNS rebinding), from no page of another site. */
function isFromHere({ socket, headers }: IncomingMessage): boolean {
  const peer = socket.remoteAddress ?? '';
  if (!/^(::ffff:)?127\.|^::1$/.test(peer) || !loopback.test(headers.host ?? '')) return false;
  return headers.origin === undefined || loopback.test(headers.origin.replace(/^https?:\/\//, ''));
}

function json(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

async function sendFile(
  response: ServerResponse,
  loginOrigin: string,
  name: string,
  type: string,
): Promise<void> {
  const text = await readFile(new URL(`./page/${name}`, import.meta.url));
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'self'; connect-src 'self' ${loginOrigin}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
