import * as v from 'valibot';
import { visibleText } from '../domain/visible-text.ts';
import { ArmError, type ArmErrorKind, type ArmScope } from './arm-error.ts';

const words = v.pipe(v.fallback(v.nullish(v.string(), ''), ''), v.transform(visibleText));
const inner = v.object({
  code: words,
  message: words,
  details: v.fallback(v.nullish(v.array(v.object({ code: words, message: words })), []), []),
});
/** ARM's error envelope; some providers leave out the outer `error`. */
const envelope = v.union([v.object({ error: inner }), inner]);

/** Resource Graph's refusal of an answer beyond 16,777,216 bytes; it stands in the details of a `BadRequest`. */
export const payloadTooLarge = 'ResponsePayloadTooLarge';

/** The error that an answer carries, read once as text so that nothing of it is lost. */
export function errorOfAnswer(scope: ArmScope, response: Response, text: string): ArmError {
  const { code, message } = readEnvelope(text);
  const tenants = code === 'InvalidAuthenticationTokenTenant' ? tenantsNamed(message) : [];
  const claims =
    response.status === 401 ? claimsChallenge(response.headers.get('WWW-Authenticate')) : undefined;
  return new ArmError({
    kind: kindOf(response.status, code),
    scope,
    status: response.status,
    code,
    message: message || `Azure answered ${response.status} without an explanation.`,
    correlationId: correlationIdOf(response, text),
    tenants,
    ...(claims === undefined ? {} : { claims }),
  });
}

/** Parses an answer's JSON; an answer cut off, or a proxy's page, becomes a `malformed` error that says so. */
export function parseAnswer(scope: ArmScope, response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const type = response.headers.get('Content-Type') ?? 'no content type';
    throw new ArmError({
      kind: 'malformed',
      scope,
      status: response.status,
      code: '',
      message: `The answer is not JSON (${type}, ${text.length} characters). It was cut off, or something between this browser and Azure answered instead.`,
      correlationId: correlationIdOf(response, text),
    });
  }
}

/** ARM's id for one logical action: from the header where the browser may read it, else from the body's words. */
export function correlationIdOf(response: Response, text: string): string | null {
  const header =
    response.headers.get('x-ms-correlation-request-id') ?? response.headers.get('x-ms-request-id');
  return (
    header ??
    /correlation[ _-]?id[\\"']*\s*[:=]?\s*[\\"']*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/i.exec(
      text,
    )?.[1] ??
    null
  );
}

/** Delay that Retry-After asks for, in ms; seconds or an HTTP date; undefined where it is absent or hidden by CORS. */
export function retryAfterMs(response: Response, now: number): number | undefined {
  const value = response.headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/**
 * How long Resource Graph wants no more queries of this user, in ms: only once the quota is used up, and only where
 * the browser may read its headers (learn: guidance-for-throttled-requests).
 */
export function quotaPauseMs(response: Response): number | undefined {
  if (response.headers.get('x-ms-user-quota-remaining')?.trim() !== '0') return undefined;
  const after = /^(\d+):(\d{2}):(\d{2})/.exec(response.headers.get('x-ms-user-quota-resets-after') ?? '');
  const [hours, minutes, seconds] = (after ?? []).slice(1).map(Number);
  if (hours === undefined || minutes === undefined || seconds === undefined) return undefined;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function kindOf(status: number, code: string): ArmErrorKind {
  if (code === 'InvalidAuthenticationTokenTenant') return 'wrong-tenant';
  if (status === 401) return 'sign-in';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'throttled';
  if (code === payloadTooLarge) return 'unexpected';
  return status === 408 || status >= 500 ? 'server' : 'unexpected';
}

function readEnvelope(text: string): { code: string; message: string } {
  try {
    const result = v.safeParse(envelope, JSON.parse(text));
    if (!result.success) return { code: '', message: '' };
    const body = 'error' in result.output ? result.output.error : result.output;
    const last = body.details.at(-1);
    const message =
      last?.message && last.message !== body.message ? `${body.message} ${last.message}` : body.message;
    const tooLarge = body.details.some(detail => detail.code === payloadTooLarge);
    return { code: tooLarge ? payloadTooLarge : body.code, message: message.trim() };
  } catch {
    return { code: '', message: '' };
  }
}

/** ARM words it "It must match the tenant 'https://sts.windows.net/GUID/'" and may name several. */
function tenantsNamed(message: string): readonly string[] {
  const after = message.slice(Math.max(0, message.search(/must match/i)));
  const found = after.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? [];
  return [...new Set(found.map(one => one.toLowerCase()))];
}

/** The decoded `claims` of a continuous access evaluation challenge (azure-sdk-for-js PR 32351). */
function claimsChallenge(header: string | null): string | undefined {
  const encoded =
    header && /insufficient_claims/.test(header) ? /claims="([^"]+)"/.exec(header)?.[1] : undefined;
  if (!encoded) return undefined;
  try {
    const claims = atob(encoded.replace(/-/g, '+').replace(/_/g, '/'));
    JSON.parse(claims);
    return claims;
  } catch {
    return undefined;
  }
}
