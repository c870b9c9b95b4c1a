import { describe, expect, it } from 'vitest';
import { known, unread } from '../domain/network-facts.ts';
import { ArmError, type ArmErrorKind } from './arm-error.ts';
import { allKnown, asFact } from './as-fact.ts';

const errorOf = (kind: ArmErrorKind) =>
  new ArmError({
    kind,
    scope: { operation: 'read a subnet' },
    status: 0,
    code: '',
    message: '',
    correlationId: null,
  });

describe('a read as a fact', () => {
  it('is what came', async () => {
    const told: ArmError[] = [];
    await expect(asFact(Promise.resolve(5), 'x/read', error => told.push(error))).resolves.toEqual(known(5));
    expect(told).toEqual([]);
  });

  it.each([
    ['forbidden', 'forbidden'],
    ['not-found', 'not-found'],
    ['throttled', 'failed'],
    ['server', 'failed'],
  ] as const)('says why nothing came: %s is %s, with the right that reading takes', async (kind, reason) => {
    const told: ArmError[] = [];
    const error = errorOf(kind);
    const fact = await asFact(Promise.reject(error), 'x/read', one => told.push(one));
    expect(fact).toEqual(unread(reason, 'x/read'));
    expect(told).toEqual([error]);
    await expect(asFact(Promise.reject(error), null)).resolves.toEqual(unread(reason));
  });

  it('is none where the reader went away', async () => {
    const gone = new Error('The reader went away.');
    const told: ArmError[] = [];
    await expect(asFact(Promise.reject(gone), null, error => told.push(error))).rejects.toBe(gone);
    expect(told).toEqual([]);
  });
});

describe('facts about several things', () => {
  it('are one where all are known, in their order', () =>
    expect(allKnown([known('a'), known('b')])).toEqual(known(['a', 'b'])));
  it('are none where one is not, for its reason', () =>
    expect(allKnown([known('a'), unread('forbidden', 'x/read'), unread('failed')])).toEqual(
      unread('forbidden', 'x/read'),
    ));
  it('are known where there is nothing', () => expect(allKnown([])).toEqual(known([])));
});
