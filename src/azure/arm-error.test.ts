import { describe, expect, it } from 'vitest';
import { ArmError, armErrorOf } from './arm-error.ts';

describe('what was caught', () => {
  it('is an answer of Azure’s, or thrown on: a fault of ours is never shown as one of Azure’s', () => {
    const refusal = new ArmError({
      kind: 'forbidden',
      scope: { operation: 'list services' },
      status: 403,
      code: 'AuthorizationFailed',
      message: 'No.',
      correlationId: null,
    });
    expect(armErrorOf(refusal)).toBe(refusal);
    const ours = new TypeError('undefined is not a function');
    expect(() => armErrorOf(ours)).toThrow(ours);
    expect(() => armErrorOf('aborted')).toThrow('aborted');
  });
});
