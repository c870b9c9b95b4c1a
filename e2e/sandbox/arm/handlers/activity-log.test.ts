import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from '../test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const day = 86_400_000;
const apiProd = `/subscriptions/${ids.production}/resourceGroups/rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod`;

function url(days: number, rest = '', more = '', subscription: string = ids.production): string {
  const from = new Date(sandbox.arm.clock.now() - days * day).toISOString();
  const filter = encodeURIComponent(`eventTimestamp ge '${from}'${rest}`);
  return `/subscriptions/${subscription}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01&$filter=${filter}${more}`;
}

type Event = {
  eventTimestamp: string;
  submissionTimestamp: string;
  correlationId: string;
  resourceId: string;
  operationName: { value: string };
  status: { value: string };
  caller: string;
};

async function all(first: string): Promise<Event[]> {
  const events: Event[] = [];
  for (let link: string | undefined = first; link; ) {
    const { body } = await sandbox.ask(link);
    events.push(...body.value);
    link = body.nextLink?.replace(sandbox.origin, '');
  }
  return events;
}

describe('the filter', () => {
  it.each([
    ['is missing', () => url(1).replace(/&\$filter=.*/, '')],
    [
      'does not begin with a time',
      () =>
        url(1).replace(
          /filter=.*/,
          `filter=${encodeURIComponent("resourceProvider eq 'Microsoft.ApiManagement'")}`,
        ),
    ],
    ['reaches back further than 90 days', () => url(91)],
    [
      'holds two conditions besides the time',
      () => url(1, ` and resourceUri eq '${apiProd}' and resourceGroupName eq 'x'`),
    ],
    ['names an unknown field', () => url(1, " and operationName eq 'x'")],
    [
      'holds no time',
      () => url(1).replace(/filter=.*/, `filter=${encodeURIComponent("eventTimestamp ge 'yesterday'")}`),
    ],
  ])('is refused where it %s', async (_, path) => {
    expect((await sandbox.ask(path())).status).toBe(400);
  });

  it.each([
    ["resourceUri eq '{}'", apiProd, (event: Event) => event.resourceId === apiProd],
    [
      "resourceProvider eq '{}'",
      'Microsoft.Network',
      (event: Event) => event.resourceId.includes('/Microsoft.Network/'),
    ],
    [
      "resourceGroupName eq '{}'",
      'RG-PAYMENTS',
      (event: Event) => event.resourceId.includes('/rg-payments/'),
    ],
  ])('%s keeps those alone', async (filter, value, holds) => {
    const events = await all(url(90, ` and ${filter.replace('{}', value)}`));
    const every = await all(url(90));
    expect(events).toEqual(every.filter(holds));
    expect(events.length).toBeGreaterThan(0);
  });

  it('by correlation id finds the events of one operation: started, accepted, succeeded', async () => {
    const [, event] = (await all(url(90, ` and resourceUri eq '${apiProd}'`))).filter(one =>
      one.operationName.value.endsWith('service/write'),
    );
    const events = await all(url(90, ` and correlationId eq '${event?.correlationId}'`));
    expect(events.map(one => one.status.value)).toEqual(['Succeeded', 'Accepted', 'Started']);
  });
});

describe('the events', () => {
  it('come newest first, over pages, none twice, none older than 90 days', async () => {
    sandbox.controls.configure({ logPageSize: 7 });
    const small = await all(url(90));
    sandbox.controls.configure({ logPageSize: 1000 });
    const { body } = await sandbox.ask(url(90));
    expect(small).toEqual(body.value);
    const times = small.map(event => Date.parse(event.eventTimestamp));
    expect(times).toEqual(times.toSorted((left, right) => right - left));
    expect(Math.min(...times)).toBeGreaterThan(sandbox.arm.clock.now() - 90 * day);
    expect(new Set(small.map(event => JSON.stringify(event))).size).toBe(small.length);
  });

  it('are submitted after they happened', async () => {
    for (const event of await all(url(30)))
      expect(Date.parse(event.submissionTimestamp)).toBeGreaterThan(Date.parse(event.eventTimestamp));
  });

  it('tell of the switch of the NAT gateway of the pictures, and who made it', async () => {
    const events = await all(url(90, ` and resourceUri eq '${apiProd}'`));
    expect(events.find(event => event.eventTimestamp.startsWith('2026-09-15T14:02'))).toMatchObject({
      caller: 'admin@contoso.com',
      operationName: { value: 'Microsoft.ApiManagement/service/write' },
      status: { value: 'Succeeded' },
    });
  });

  it('do not know the change that nobody asked for', async () => {
    const events = await all(url(14, ` and resourceUri eq '${apiProd}'`));
    expect(events.filter(event => event.eventTimestamp.startsWith('2026-11-16T07:40'))).toEqual([]);
  });

  it('hold attempts that failed, with the reason', async () => {
    const events = await all(url(90, " and resourceGroupName eq 'rg-payments'"));
    const failed = events.find(event => event.status.value === 'Failed');
    expect(JSON.stringify(failed)).toContain('PublicIpAddressNotFound');
  });

  it('hold only what was selected, and the caller', async () => {
    const { body } = await sandbox.ask(url(30, '', '&$select=eventTimestamp,correlationId,status'));
    expect(Object.keys(body.value[0]).sort()).toEqual([
      'caller',
      'correlationId',
      'eventTimestamp',
      'id',
      'status',
    ]);
    expect((await sandbox.ask(url(30, '', '&$select=caller'))).status).toBe(400);
  });
});

describe('a change made by the controls', () => {
  it('shows in the log with its operation', async () => {
    sandbox.controls.mutate({ kind: 'add-region', service: apiProd, region: 'UK South' });
    const [newest] = await all(url(1, ` and resourceUri eq '${apiProd}'`));
    expect(newest).toMatchObject({
      operationName: { value: 'Microsoft.ApiManagement/service/managedeployments/action' },
      status: { value: 'Succeeded' },
      caller: 'admin@contoso.com',
    });
  });
});
