import { describe, expect, it } from 'vitest';
import { ArmError, type ArmErrorKind } from './arm-error.ts';
import { isNotOffered } from './is-not-offered.ts';

const errorOf = (kind: ArmErrorKind, status: number) =>
  new ArmError({ kind, scope: { operation: 'x' }, status, code: '', message: '', correlationId: null });

describe('a service has no such thing', () => {
  it.each([
    ['it is not found', errorOf('not-found', 404), true],
    ['the request makes no sense for it', errorOf('unexpected', 400), true],
    ['any other refusal that is not explained', errorOf('unexpected', 499), true],
    ['there is no right', errorOf('forbidden', 403), false],
    ['there are too many requests', errorOf('throttled', 429), false],
    ['Azure is broken', errorOf('unexpected', 500), false],
    ['the answer is odd', errorOf('unexpected', 399), false],
    ['there was no answer', errorOf('offline', 0), false],
    ['it is no answer of Azure', new TypeError('x'), false],
    ['there is nothing', undefined, false],
  ])('where %s: %s', (_, error, expected) => expect(isNotOffered(error)).toBe(expected));
});
