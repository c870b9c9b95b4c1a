import { describe, expect, it } from 'vitest';
import { ArmError, type ArmErrorKind } from '../azure/arm-error.ts';
import { missingWords } from './missing-words.ts';

function error(kind: ArmErrorKind, status: number): ArmError {
  return new ArmError({
    kind,
    status,
    scope: { operation: 'list services' },
    code: 'Code',
    message: 'Words of Azure.',
    correlationId: null,
  });
}

describe('why a subscription is missing', () => {
  it.each<[ArmErrorKind, number, string, boolean]>([
    ['forbidden', 403, 'no read right (403)', false],
    ['not-found', 404, 'not found (404)', false],
    ['throttled', 429, 'too many requests', true],
    ['offline', 0, 'no connection', true],
    ['sign-in', 401, 'sign-in needed', true],
    ['wrong-tenant', 401, 'in another tenant', true],
    ['server', 503, 'Azure had a problem (503)', true],
    ['server', 0, 'no answer in time', true],
    ['malformed', 200, 'answer not understood', true],
    ['unexpected', 400, 'Code', true],
  ])('%s (%i) reads %j', (kind, status, short, isFault) =>
    expect(missingWords(error(kind, status))).toMatchObject({ short, isFault }),
  );

  it('a subscription that Resource Graph left out is no fault', () =>
    expect(missingWords('not-listed')).toMatchObject({ short: 'not listed', isFault: false }));
});
