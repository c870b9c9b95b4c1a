import { describe, expect, it } from 'vitest';
import { listActivity } from './list-activity.ts';
import { exampleBody, hasExamples } from './testing/arm-examples.ts';
import { FakeNetwork, json, origin, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const { id } = armServiceJson('s1', 'contoso');
const windowStart = '2026-08-24T11:00:00.000Z';

function event(name: string, eventTimestamp: string, changed: Record<string, unknown> = {}) {
  return {
    eventDataId: name,
    correlationId: 'c-1',
    operationName: { value: 'Microsoft.ApiManagement/service/write', localizedValue: 'Create or update' },
    status: { value: 'Succeeded', localizedValue: 'Succeeded' },
    eventTimestamp,
    resourceId: id,
    caller: 'admin@contoso.example',
    ...changed,
  };
}

const oneAt = (time: string) => event(time, time);

describe('the activity log of a resource', () => {
  it('is asked for with a time, the resource, and no personal data', async () => {
    const network = new FakeNetwork(() => json({ value: [] }));
    await listActivity(network.azure, { id: id.replace('rg', "it's") });
    const { url } = network.sent[0] ?? {};
    expect(url?.pathname).toBe('/subscriptions/s1/providers/Microsoft.Insights/eventtypes/management/values');
    expect(url?.searchParams.get('$filter')).toBe(
      `eventTimestamp ge '${windowStart}' and eventTimestamp le '2026-11-22T10:00:00.000Z' and resourceUri eq '${id.replace('rg', "it''s")}'`,
    );
    expect(url?.searchParams.get('$select')).not.toMatch(/claims|httpRequest|authorization|properties/);
  });

  it('is read newest first, with Azure’s words whatever their form', async () => {
    const network = new FakeNetwork(() =>
      json({
        value: [
          oneAt('2026-11-20T10:00:00Z'),
          event('b', '2026-11-21T10:00:00Z', {
            operationName: 'x/write',
            status: null,
            caller: null,
            correlationId: '',
          }),
        ],
      }),
    );
    const log = await listActivity(network.azure, { id });
    expect(log).toMatchObject({ since: windowStart, whole: true, failure: null, unreadable: [] });
    expect(log.events).toEqual([
      {
        eventDataId: 'b',
        correlationId: null,
        operationName: 'x/write',
        status: '',
        eventTimestamp: '2026-11-21T10:00:00Z',
        resourceId: id,
        caller: null,
      },
      {
        eventDataId: '2026-11-20T10:00:00Z',
        correlationId: 'c-1',
        operationName: 'Microsoft.ApiManagement/service/write',
        status: 'Succeeded',
        eventTimestamp: '2026-11-20T10:00:00Z',
        resourceId: id,
        caller: 'admin@contoso.example',
      },
    ]);
  });

  it('takes the resource from the event’s id where it is not named, else the one that was asked for', async () => {
    const network = new FakeNetwork(() =>
      json({
        value: [
          event('a', '2026-11-21T10:00:00Z', { resourceId: null, id: '/the/resource/events/1/ticks/2' }),
          event('b', '2026-11-20T10:00:00Z', { resourceId: null }),
        ],
      }),
    );
    const { events } = await listActivity(network.azure, { id });
    expect(events.map(one => one.resourceId)).toEqual(['/the/resource', id]);
  });

  const paged = (times: (page: number) => string) => {
    const network: FakeNetwork = new FakeNetwork(() =>
      json({
        value: [oneAt(times(network.sent.length))],
        nextLink: `${origin}/next?page=${network.sent.length}`,
      }),
    );
    return network;
  };

  it('ends after twenty pages and says how far back it got', async () => {
    const network = paged(page => `2026-11-${String(22 - page).padStart(2, '0')}T00:00:00Z`);
    const log = await listActivity(network.azure, { id });
    expect(network.sent).toHaveLength(20);
    expect(log).toMatchObject({ whole: false, since: '2026-11-02T00:00:00Z', failure: null });
    expect(log.events).toHaveLength(20);
  });

  it('does not say how far back it got where the events came in another order', async () => {
    const network = paged(page => `2026-11-${String(1 + page).padStart(2, '0')}T00:00:00Z`);
    await expect(listActivity(network.azure, { id })).resolves.toMatchObject({ whole: false, since: null });
  });

  it('keeps what it has where a later page fails, and says since when', async () => {
    const network: FakeNetwork = new FakeNetwork(() =>
      network.sent.length === 1
        ? json({ value: [oneAt('2026-11-20T10:00:00Z')], nextLink: `${origin}/next` })
        : refused(403, 'AuthorizationFailed'),
    );
    await expect(listActivity(network.azure, { id })).resolves.toMatchObject({
      events: [{ eventTimestamp: '2026-11-20T10:00:00Z' }],
      whole: false,
      since: '2026-11-20T10:00:00Z',
      failure: { kind: 'forbidden' },
    });
  });

  it('is an error where the first page fails', async () => {
    const network = new FakeNetwork(() => refused(403, 'AuthorizationFailed'));
    await expect(listActivity(network.azure, { id })).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation: 'read the activity log', subscriptionId: 's1' },
    });
  });

  it('keeps an event that cannot be read beside the others', async () => {
    const network = new FakeNetwork(() =>
      json({ value: [oneAt('2026-11-20T10:00:00Z'), event('b', 'soon'), event('', '2026-11-20T10:00:00Z')] }),
    );
    const { events, unreadable } = await listActivity(network.azure, { id });
    expect([events.length, unreadable.length]).toEqual([1, 2]);
  });

  it.skipIf(!hasExamples)('is read from Microsoft’s published payload, without the claims', async () => {
    const published = Object(exampleBody('activitylog', 'GetActivityLogsFiltered'));
    const network = new FakeNetwork(() => json({ ...published, nextLink: null }));
    const { events } = await listActivity(network.azure, { id });
    expect(events).toEqual([
      {
        eventDataId: '44ade6b4-3813-45e6-ae27-7420a95fa2f8',
        correlationId: '1e121103-0ba6-4300-ac9d-952bb5d0c80f',
        operationName: 'microsoft.support/supporttickets/write',
        status: 'Succeeded',
        eventTimestamp: '2015-01-21T22:14:26.9792776Z',
        resourceId: expect.stringMatching(/supporttickets\/\d+$/),
        caller: 'admin@example.com',
      },
    ]);
  });
});
