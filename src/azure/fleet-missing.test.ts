import { describe, expect, it } from 'vitest';
import { sampleService } from '../domain/guidance/samples.ts';
import { ArmError } from './arm-error.ts';
import { missingSubscriptions } from './fleet-missing.ts';
import type { GroupOutcome } from './read-fleet-group.ts';

const error = new ArmError({
  kind: 'forbidden',
  scope: { operation: 'list services' },
  status: 403,
  code: '',
  message: '',
  correlationId: null,
});
const outcome = (source: GroupOutcome['source'], ...failed: readonly string[]): GroupOutcome => ({
  source,
  failed: new Map(failed.map(id => [id, error])),
  incomplete: null,
});
const listed = (whole: boolean, ...ids: readonly string[]) => ({
  subscriptions: ids.map(id => ({ id, name: `Name of ${id}`, state: null, tenantId: null })),
  unreadable: [],
  whole,
});
const services = [sampleService({ subscriptionId: 'S4' })];
const missing = (...given: Parameters<typeof missingSubscriptions>) =>
  missingSubscriptions(...given).map(({ subscriptionId, name, reason }) => [
    subscriptionId,
    name,
    reason === 'not-listed' ? reason : reason.kind,
  ]);

describe('subscriptions that a fleet lacks', () => {
  it('are those that failed, with their names, and those that Resource Graph left out without a word', () =>
    expect(
      missing(
        [
          { ids: ['s1', 's2', 's3'], outcome: outcome('resource-graph', 's2') },
          { ids: ['s4', 's5'], outcome: outcome('resource-graph') },
        ],
        listed(true, 'S1', 'S2'),
        services,
      ),
    ).toEqual([
      ['s2', 'Name of S2', 'forbidden'],
      ['s3', null, 'not-listed'],
      ['s5', null, 'not-listed'],
    ]));

  it.each([
    ['ARM answers for each by name', { ids: ['s1'], outcome: outcome('arm') }, true],
    ['the list of them is not whole', { ids: ['s1'], outcome: outcome('resource-graph') }, false],
    ['none was asked for by name', { ids: 'all', outcome: outcome('resource-graph') }, true],
  ] as const)('are none that is not listed where %s', (_, group, whole) =>
    expect(missing([group], listed(whole), [])).toEqual([]),
  );
});
