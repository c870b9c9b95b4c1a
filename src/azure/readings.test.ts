import { describe, expect, it } from 'vitest';
import { sampleService } from '../domain/guidance/samples.ts';
import type { Subscription } from '../domain/service.ts';
import { factsOf } from '../domain/timeline/facts.ts';
import { ArmError } from './arm-error.ts';
import type { FleetRead } from './read-fleet.ts';
import { fleetReading, serviceReading, steadySubscriptions } from './readings.ts';

const subscription = (id: string, state: string | null = 'Enabled'): Subscription => ({
  id,
  name: id,
  state,
  tenantId: 't',
});
const error = new ArmError({
  kind: 'throttled',
  scope: { operation: 'query services' },
  status: 429,
  code: '',
  message: '',
  correlationId: null,
});
const service = sampleService({ id: '/s/One', subscriptionId: 'S1', publicNetworkAccess: null });
const moving = sampleService({ id: '/s/two', subscriptionId: 's9', provisioningState: 'Updating' });

const fleet: FleetRead = {
  services: [service, moving],
  unreadable: [{ id: '/s/odd', name: 'odd', problem: '', json: '' }],
  subscriptions: [subscription('s1', 'Warned'), subscription('S2'), subscription('s3')],
  missing: [{ subscriptionId: 'S3', name: null, reason: 'not-listed' }],
  incomplete: null,
  source: 'resource-graph',
  receivedAt: 5,
  correlationIds: [],
};

describe('a fleet as a reading of the history', () => {
  it('has every service with its facts and the state of its subscription', async () => {
    await expect(fleetReading(fleet, 'all')).resolves.toEqual({
      at: 5,
      source: 'resource-graph',
      sightings: [
        {
          service: '/s/One',
          facts: factsOf(service, { source: 'resource-graph', subscriptionState: 'Warned' }),
          settled: true,
        },
        { service: '/s/two', facts: factsOf(moving, { source: 'resource-graph' }), settled: false },
      ],
      listed: ['s1', 's2'],
      unreadable: ['/s/odd'],
    });
  });

  it.each<[string, readonly string[] | 'all', Partial<FleetRead>, readonly string[]]>([
    ['that were asked for', ['s2', 'S4'], {}, ['s2']],
    ['that were asked for and miss nothing', ['S1', 's2', 's3'], {}, ['s1', 's2']],
    ['none, where something is missing that has no name', 'all', { incomplete: error }, []],
    ['all, where nothing is missing', 'all', { missing: [] }, ['s1', 's2', 's3']],
  ])('names the subscriptions that are whole: %s', async (_, selection, changed, listed) => {
    const reading = await fleetReading({ ...fleet, ...changed }, selection);
    expect(reading.listed).toEqual(listed);
  });
});

describe('a service as a reading of the history', () => {
  const read = { service, unreadable: null, json: {}, correlationId: null, receivedAt: 7, requestLine: '' };

  it.each<[string, readonly Subscription[] | undefined, string | undefined]>([
    ['with the state of its subscription', [subscription('S1', 'Warned')], 'Warned'],
    ['without a state of another subscription', [subscription('s2', 'Warned')], undefined],
    ['without a state that was not read', undefined, undefined],
  ])('is what Resource Manager says, %s', (_, subscriptions, subscriptionState) =>
    expect(serviceReading(read, subscriptions)).toEqual({
      at: 7,
      source: 'arm',
      sightings: [
        { service: '/s/One', facts: factsOf(service, { source: 'arm', subscriptionState }), settled: true },
      ],
    }),
  );

  it('is none of one that could not be read', () =>
    expect(serviceReading({ ...read, service: null }, [])).toBeUndefined());
});

describe('subscriptions whose state held while a service was read', () => {
  it('are those with the same state before and after', () => {
    const before = [subscription('S1'), subscription('s2'), subscription('s3', null), subscription('s4')];
    const after = [subscription('s1'), subscription('s2', 'Disabled'), subscription('s3', null)];
    expect(steadySubscriptions(before, after).map(({ id }) => id)).toEqual(['S1', 's3']);
  });

  it.each([
    [undefined, [subscription('s1')]],
    [[subscription('s1')], undefined],
    [undefined, undefined],
  ])('are none where one of the lists was not read', (before, after) =>
    expect(steadySubscriptions(before, after)).toEqual([]),
  );
});
