import { describe, expect, it } from 'vitest';
import { ArmError, type ArmErrorKind } from '../azure/arm-error.ts';
import { errorWords } from './error-words.ts';

const place = {
  subject: 'the service contoso',
  resourceGroup: 'rg-a',
  subscription: 'Contoso Production',
  right: 'Microsoft.ApiManagement/service/read',
};

function words(kind: ArmErrorKind, status: number, code: string) {
  const error = new ArmError({
    kind,
    status,
    code,
    message: 'Azure’s own words.',
    scope: { operation: 'read the service' },
    correlationId: null,
  });
  return errorWords(error, place);
}

const refusals = [
  ['forbidden', 403, 'AuthorizationFailed', /no right .* or it is not there/],
  ['forbidden', 403, 'RequestDisallowedByPolicy', /refused/],
  ['not-found', 404, 'ResourceNotFound', /no such service/],
  ['not-found', 404, 'ResourceGroupNotFound', /no such resource group/],
  ['not-found', 404, 'SubscriptionNotFound', /cannot see this subscription/],
  ['not-found', 404, 'InvalidResourceType', /did not find/],
  ['wrong-tenant', 401, 'InvalidAuthenticationTokenTenant', /another tenant/],
  ['sign-in', 401, 'InvalidAuthenticationToken', /does not accept your sign-in/],
  ['sign-in', 0, 'SignInNeeded', /Sign in again/],
  ['throttled', 429, 'TooManyRequests', /fewer requests/],
  ['offline', 0, '', /could not be reached/],
  ['server', 503, 'ServiceUnavailable', /had a problem/],
  ['malformed', 200, '', /could not be understood/],
  ['unexpected', 400, 'InvalidSubscriptionId', /names no subscription/],
  ['unexpected', 400, 'BadRequest', /could not be read/],
] as const;

describe('errorWords', () => {
  it.each(refusals)('%s %i %s has words of its own', (kind, status, code, title) => {
    const { title: said, text, todo } = words(kind, status, code);
    expect(said).toMatch(title);
    expect(text).not.toBe('');
    expect(todo).not.toBe('');
  });

  it('no two refusals have the same title', () => {
    const titles = refusals.map(([kind, status, code]) => words(kind, status, code).title);
    expect(new Set(titles).size).toBe(refusals.length);
  });

  it('does not claim that something exists which Azure may have hidden', () =>
    expect(words('forbidden', 403, 'AuthorizationFailed').text).toMatch(/does not tell the two apart/));

  it('names the right to ask for', () =>
    expect(words('forbidden', 403, 'AuthorizationFailed').todo).toContain(
      'Microsoft.ApiManagement/service/read',
    ));

  it('has words for what is no error of Azure', () => {
    expect(errorWords(new TypeError('x is undefined'), place).text).toBe('x is undefined');
    expect(errorWords('boom', place).text).toContain('the service contoso');
  });
});
