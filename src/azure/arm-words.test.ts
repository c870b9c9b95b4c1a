import { describe, expect, it } from 'vitest';
import { ArmActivity } from './arm-activity.ts';
import { errorOfAnswer, parseAnswer, quotaPauseMs, retryAfterMs } from './arm-answer.ts';
import { ArmError } from './arm-error.ts';
import type { ArmRequest } from './arm-request.ts';
import { nextUrlOf, resourceGraphPath, scopeOf, urlOf } from './arm-url.ts';

const scope = { operation: 'list services' };
const manager = 'https://management.azure.com';
const request: ArmRequest = { ...scope, path: '/subscriptions', apiVersion: '1' };
const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

describe('how long Azure asks to wait', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['17', 17_000],
    [' 2 ', 2_000],
    ['1.25', 1_250],
    ['12 monkeys', undefined],
    ['Sun, 22 Nov 2026 10:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ])('Retry-After %j is %s ms', (value, ms) =>
    expect(retryAfterMs(answer(429, { 'Retry-After': value }), now)).toBe(ms),
  );

  it.each([
    ['0', '00:00:05', 5_000],
    [' 0 ', '01:02:03', 3_723_000],
    ['0', 'x00:00:05', undefined],
    ['0', '', undefined],
    ['3', '00:00:05', undefined],
  ])('a quota of %j that comes back after %j is %s ms', (left, after, ms) =>
    expect(
      quotaPauseMs(answer(200, { 'x-ms-user-quota-remaining': left, 'x-ms-user-quota-resets-after': after })),
    ).toBe(ms),
  );

  it('is not known where the browser hides the header that says it', () =>
    expect(quotaPauseMs(answer(200, { 'x-ms-user-quota-remaining': '0' }))).toBeUndefined());
});

describe('what an error answer says', () => {
  const error = (body: unknown, status = 400, headers: Record<string, string> = {}) =>
    errorOfAnswer(scope, answer(status, headers), JSON.stringify(body));

  it.each([
    [
      'both sentences',
      { message: 'It failed.', details: [{ message: 'The disk is full.' }] },
      'It failed. The disk is full.',
    ],
    ['a sentence once', { message: 'It failed.', details: [{ message: 'It failed.' }] }, 'It failed.'],
    [
      'the last detail',
      { message: 'It failed.', details: [{ message: 'a' }, { message: 'b' }] },
      'It failed. b',
    ],
    ['a detail alone', { details: [{ message: 'The disk is full.' }] }, 'The disk is full.'],
    ['no words', { code: 'X' }, 'Azure answered 400 without an explanation.'],
    ['something else than an error', 'no', 'Azure answered 400 without an explanation.'],
  ])('is %s', (_, body, message) => expect(error(body).message).toBe(message));

  it('is no size too large for another detail', () =>
    expect(error({ code: 'BadRequest', message: 'm', details: [{ code: 'Other', message: 'n' }] }).code).toBe(
      'BadRequest',
    ));

  const first = '11111111-AAAA-4aaa-8aaa-111111111111';
  const message = `The token is of ${first}. It must match the tenant 'https://sts.windows.net/${first}/' or '${first}'.`;
  it('names each tenant that it is to be of once, and no tenant for another fault', () => {
    expect(error({ code: 'InvalidAuthenticationTokenTenant', message }, 401).tenants).toEqual([
      first.toLowerCase(),
    ]);
    expect(error({ code: 'InvalidAuthenticationTokenTenant', message: 'No.' }, 401).tenants).toEqual([]);
    expect(error({ code: 'AuthorizationFailed', message }, 403).tenants).toEqual([]);
  });

  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
  const challenge = (text: string, kind = 'insufficient_claims') => ({
    'WWW-Authenticate': `Bearer error="${kind}", claims="${text}"`,
  });
  it.each([
    ['a challenge', 401, challenge(btoa(claims)), claims],
    ['another status', 403, challenge(btoa(claims)), null],
    ['another reason', 401, challenge(btoa(claims), 'invalid_token'), null],
    ['a challenge without claims', 401, { 'WWW-Authenticate': 'Bearer error="insufficient_claims"' }, null],
    ['claims that are no JSON', 401, challenge(btoa('nonsense')), null],
    ['claims that are no base64', 401, challenge('%%%'), null],
    ['no header', 401, {}, null],
  ])('asks to sign in anew with claims after %s: %#', (_, status, headers, expected) =>
    expect(error({}, status, headers).claims).toBe(expected),
  );

  it('that is no JSON names its kind, or that it has none', () => {
    const of = (response: Response) => {
      try {
        return parseAnswer(scope, response, 'oops');
      } catch (cause) {
        return cause instanceof ArmError ? [cause.kind, cause.code, cause.message] : cause;
      }
    };
    expect(of(answer(200))).toEqual([
      'malformed',
      '',
      expect.stringContaining('(no content type, 4 characters)'),
    ]);
  });
});

describe('where a read goes', () => {
  it('is refused as a POST to anything but a query', () =>
    expect(() => urlOf(manager, { ...request, body: {} })).toThrow(
      'This product reads alone: only a query may be posted.',
    ));

  it('may be a query', () =>
    expect(urlOf(manager, { ...request, path: resourceGraphPath, body: {} }).pathname).toBe(
      resourceGraphPath,
    ));

  it.each([
    null,
    undefined,
    'text',
    5,
    {},
    [],
    { nextLink: null },
    { nextLink: '' },
    { nextLink: undefined },
  ])('ends where the answer %j names no next page', body =>
    expect(nextUrlOf(manager, request, body)).toBeUndefined(),
  );

  it.each([{ nextLink: 5 }, { nextLink: {} }, { nextLink: '/next' }])('is no place for %j', body => {
    expect(() => nextUrlOf(manager, request, body)).toThrow('is not a URL');
  });

  it('is told of a failure by its scope alone', () => {
    expect(Object.keys(scopeOf(request))).toEqual(['operation']);
    expect(scopeOf({ ...request, subscriptionId: 's1' })).toEqual({ ...scope, subscriptionId: 's1' });
    try {
      nextUrlOf(manager, request, { nextLink: 'https://elsewhere.example/' });
      expect.unreachable();
    } catch (cause) {
      expect(cause).toMatchObject({ kind: 'unexpected', code: 'PageRefused', scope });
    }
  });
});

describe('what the transport waits for', () => {
  it('is told to whoever listens, each wait by itself, until nobody listens', () => {
    const activity = new ArmActivity();
    const told: number[] = [];
    const stop = activity.subscribe(() => told.push(activity.waits().length));
    const error = new ArmError({
      kind: 'throttled',
      scope,
      status: 429,
      code: '',
      message: '',
      correlationId: null,
    });
    const wait = { scope, reason: 'throttled', error, until: 1 } as const;
    const [endFirst, endSecond] = [activity.begin(wait), activity.begin({ ...wait, until: 2 })];
    endFirst();
    expect(activity.waits().map(one => one.until)).toEqual([2]);
    stop();
    endSecond();
    expect(activity.waits()).toEqual([]);
    expect(told).toEqual([1, 2, 1]);
  });
});
