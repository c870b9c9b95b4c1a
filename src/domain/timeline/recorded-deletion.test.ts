import { describe, expect, it } from 'vitest';
import { absentFacts } from './facts.ts';
import { recordedDeletion } from './recorded-deletion.ts';
import { change, minute, observation } from './test-data.ts';

const deleted = (count: number) =>
  change(count, { differences: [{ field: 'tier', before: 'Premium', after: null }] });
const created = (count: number) =>
  change(count, { differences: [{ field: 'tier', before: null, after: 'Premium' }] });
const there = observation(0, 100);

describe('the deletion of a service', () => {
  it('is told where Azure recorded it', () => {
    expect(recordedDeletion({ observations: [there], changes: [deleted(150)] })?.at).toBe(minute(150));
  });

  it('is told beside a look that did not find the service', () => {
    const gone = observation(200, 300, absentFacts);
    expect(recordedDeletion({ observations: [there, gone], changes: [deleted(150)] })?.at).toBe(minute(150));
  });

  it('is not told where the service was only not found', () => {
    const gone = observation(200, 300, absentFacts);
    expect(recordedDeletion({ observations: [there, gone], changes: [] })).toBeNull();
  });

  it('is not told where the service was created again after it and then not found', () => {
    const changes = [deleted(150), created(160)];
    const gone = observation(400, 500, absentFacts);
    expect(recordedDeletion({ observations: [there], changes })).toBeNull();
    expect(recordedDeletion({ observations: [there, observation(200, 300), gone], changes })).toBeNull();
  });

  it('is told though something else of it changed later, by what Azure wrote down late', () => {
    const zones = change(160, {
      differences: [{ region: 'westeurope', field: 'zones', before: null, after: ['1'] }],
    });
    const tier = change(170, { differences: [{ field: 'tier', before: 'Premium', after: 'Developer' }] });
    expect(recordedDeletion({ observations: [], changes: [deleted(150), zones, tier] })?.at).toBe(
      minute(150),
    );
  });

  it('is not told where nothing is known', () =>
    expect(recordedDeletion({ observations: [], changes: [] })).toBeNull());
});
