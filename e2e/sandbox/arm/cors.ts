import type { IncomingMessage } from 'node:http';

/** What a page may read of an answer; ARM's own list is not documented (azure-facts 9), so a fault can empty it. */
const exposed = [
  'Retry-After',
  'WWW-Authenticate',
  'x-ms-request-id',
  'x-ms-correlation-request-id',
  'x-ms-ratelimit-remaining-subscription-reads',
  'x-ms-ratelimit-remaining-tenant-reads',
  'x-ms-user-quota-remaining',
  'x-ms-user-quota-resets-after',
].join(', ');

/** Headers that let a page of any origin read the answer; none for a client that is no browser. */
export function corsHeaders(request: IncomingMessage, hide: boolean): Record<string, string> {
  if (request.headers.origin === undefined) return {};
  return {
    'access-control-allow-origin': '*',
    ...(hide ? {} : { 'access-control-expose-headers': exposed }),
  };
}

/** The answer to a preflight, which carries no token and is never refused. */
export function preflightHeaders(request: IncomingMessage): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS',
    'access-control-allow-headers': String(request.headers['access-control-request-headers'] ?? '*'),
    'access-control-max-age': '3600',
  };
}

export function isPreflight(request: IncomingMessage): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}
