import { ArmError, type ArmScope } from './arm-error.ts';
import type { ArmRequest } from './arm-request.ts';

/** The only path that takes a POST: a query in a body, which changes nothing. */
export const resourceGraphPath = '/providers/Microsoft.ResourceGraph/resources';

/** Where a read goes. @throws ArmError for a POST to anything but Resource Graph: ARM's other POSTs are actions. */
export function urlOf(resourceManager: string, request: ArmRequest): URL {
  if (request.body !== undefined && request.path !== resourceGraphPath)
    throw refusal(request, 'ActionRefused', 'This product reads alone: only a query may be posted.');
  const url = new URL(resourceManager);
  // A path is made of names as they are, and each of these is a letter of one; a URL would read it as something else.
  url.pathname = request.path.replace(/[%\\\t\n\r]/g, encodeURIComponent);
  for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
  url.searchParams.set('api-version', request.apiVersion);
  return url;
}

/** The next page that an answer names, undefined on the last one. @throws ArmError for a link that leads elsewhere. */
export function nextUrlOf(resourceManager: string, request: ArmRequest, body: unknown): URL | undefined {
  if (typeof body !== 'object' || body === null || !('nextLink' in body)) return undefined;
  const { nextLink } = body;
  if (nextLink === null || nextLink === '' || nextLink === undefined) return undefined;
  if (typeof nextLink !== 'string' || !URL.canParse(nextLink))
    throw pageRefusal(request, 'Azure’s link to the next page is not a URL.');
  const url = new URL(nextLink);
  if (url.origin === new URL(resourceManager).origin && !url.username && !url.password) return url;
  throw pageRefusal(
    request,
    `The link to the next page leads to ${url.origin}, not to Azure Resource Manager. It was not followed.`,
  );
}

/** A list of pages that cannot be followed. */
export function pageRefusal(scope: ArmScope, message: string): ArmError {
  return refusal(scope, 'PageRefused', message);
}

/** The scope alone, without the rest of the request that carries it. */
export function scopeOf({ operation, subscriptionId }: ArmScope): ArmScope {
  return subscriptionId === undefined ? { operation } : { operation, subscriptionId };
}

function refusal(scope: ArmScope, code: string, message: string): ArmError {
  return new ArmError({
    kind: 'unexpected',
    scope: scopeOf(scope),
    status: 0,
    code,
    message,
    correlationId: null,
  });
}
