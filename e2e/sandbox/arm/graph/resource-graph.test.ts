import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fabrikam } from '../../tenants.ts';
import { ids } from '../../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from '../test-arm.ts';
import { credential } from '../test-sdk.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterEach(() => {
  sandbox.controls.clearFaults();
  sandbox.arm.quota.clear();
});
afterAll(() => sandbox.close());

const services =
  "resources | where type =~ 'microsoft.apimanagement/service' | project id, name, subscriptionId, properties | order by id asc";
const containers =
  "resourcecontainers | where type == 'microsoft.resources/subscriptions' | project subscriptionId, name, state = tostring(properties.state)";

type How = { as?: string; tenant?: string; subscriptions?: string[]; options?: unknown };

function query(text: string, { as, tenant, ...rest }: How = {}) {
  return sandbox.ask('/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: { query: text, ...rest },
    ...(as ? { as } : {}),
    ...(tenant ? { tenant } : {}),
  });
}

const names = (rows: { name: string }[]) => rows.map(row => row.name);

describe('the scope of a query', () => {
  it('without a list is everything that the caller reads in the tenant', async () => {
    const { body } = await query(services);
    expect(body.totalRecords).toBe(49);
    expect(new Set(body.data.map((row: { subscriptionId: string }) => row.subscriptionId))).toEqual(
      new Set([ids.production, ids.platform, ids.devTest, ids.fabrikamEu, ids.legacyEu]),
    );
  });

  it.each<[string, How, string[]]>([
    ['names one subscription', { subscriptions: [ids.fabrikamEu.toUpperCase()] }, ['Fabrikam EU']],
    ['is the reader’s', { as: 'reader@contoso.com' }, ['Contoso Production']],
    ['is of the other tenant', { tenant: fabrikam.id }, ['Fabrikam Core', 'Fabrikam Labs']],
    [
      'holds what cannot be read',
      { subscriptions: [ids.lab, ids.platform, ids.fabrikamCore] },
      ['Contoso Platform'],
    ],
  ])('that %s leaves out the rest without a word', async (_, how, expected) => {
    const { status, body } = await query(containers, how);
    expect(status).toBe(200);
    expect(names(body.data).toSorted()).toEqual(expected);
  });

  it.each<[string, How]>([
    ['nobody', { as: 'nobody@contoso.com' }],
    ['a list of what cannot be read', { subscriptions: [ids.lab] }],
  ])('with nothing to read is refused: %s', async (_, how) => {
    const { status, body } = await query(services, how);
    expect({ status, code: body.error.code }).toEqual({ status: 403, code: 'AccessDenied' });
  });

  it('follows a fault that forbids a subscription, and one that refuses Resource Graph', async () => {
    sandbox.controls.addFault({ kind: 'forbidden', subscription: ids.platform });
    expect(names((await query(containers)).body.data)).not.toContain('Contoso Platform');
    sandbox.controls.addFault({ kind: 'graph-refused' });
    expect((await query(containers)).status).toBe(403);
  });

  it('hides network resources from a role that reads services alone', async () => {
    const count = async (subscription: string) =>
      (
        await query("resources | where type =~ 'microsoft.network/virtualnetworks' | project id", {
          subscriptions: [subscription],
        })
      ).body.totalRecords;
    expect(await count(ids.fabrikamEu)).toBe(0);
    expect(await count(ids.production)).toBeGreaterThan(10);
  });
});

describe('the rows', () => {
  it('tell the state of each subscription', async () => {
    const { body } = await query(containers);
    expect(body.data.find((row: { name: string }) => row.name === 'Fabrikam EU').state).toBe('Warned');
  });

  it('have types and groups in lower case, ids as ARM has them, and subnets inside their VNet', async () => {
    const { body } = await query(
      "resources | where name in~ ('contoso-api-prod', 'vnet-hub-weu') | project id, type, location, resourceGroup, subnet = properties.subnets[0].name | order by type asc",
    );
    expect(
      body.data.map(({ type, location, resourceGroup, subnet }: Record<string, string>) => ({
        type,
        location,
        resourceGroup,
        subnet,
      })),
    ).toEqual([
      {
        type: 'microsoft.apimanagement/service',
        location: 'westeurope',
        resourceGroup: 'rg-apim-prod',
        subnet: null,
      },
      {
        type: 'microsoft.network/virtualnetworks',
        location: 'westeurope',
        resourceGroup: 'rg-network-hub',
        subnet: 'snet-apim-weu',
      },
    ]);
    expect(body.data[0].id).toContain(
      '/resourceGroups/rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod',
    );
  });

  it('hold the addresses that ARM’s own list holds', async () => {
    const { body } = await query(services, { subscriptions: [ids.production] });
    const list = await sandbox.ask(
      `/subscriptions/${ids.production}/providers/Microsoft.ApiManagement/service?api-version=2024-05-01`,
    );
    const facts = (rows: { name: string; properties: Record<string, unknown> }[]) =>
      new Map(rows.map(({ name, properties }) => [name, properties['publicIPAddresses'] ?? null]));
    expect(facts(body.data)).toEqual(facts(list.body.value));
  });

  it('are older while Resource Graph lags', async () => {
    const id = `/subscriptions/${ids.platform}/resourceGroups/rg-hr/providers/Microsoft.ApiManagement/service/contoso-hr`;
    const address = async () =>
      (
        await query(
          "resources | where name == 'contoso-hr' | project id, ip = tostring(properties.publicIPAddresses[0])",
        )
      ).body.data[0].ip;
    const before = await address();
    sandbox.controls.mutate({ kind: 'recreate', service: id });
    const after = await address();
    expect(after).not.toBe(before);
    sandbox.controls.addFault({ kind: 'graph-lag', seconds: 600 });
    expect(await address()).toBe(before);
    sandbox.controls.setClockOffset(601_000);
    expect(await address()).toBe(after);
    sandbox.controls.setClockOffset(0);
  });
});

describe('the change feed', () => {
  const changes =
    'resourcechanges | extend at = todatetime(properties.changeAttributes.timestamp) | project id, at, properties | order by at desc';

  it('reaches 14 days back', async () => {
    const { body } = await query(changes);
    const now = sandbox.arm.clock.now();
    expect(body.data.length).toBeGreaterThan(7);
    for (const row of body.data) expect(now - Date.parse(row.at)).toBeLessThan(14 * 86_400_000);
  });

  it('tells of the unexplained change of the picture, with no one who made it', async () => {
    const { body } = await query(
      `${changes} | where properties.targetResourceId endswith 'contoso-api-prod'`,
    );
    expect(body.data).toHaveLength(1);
    expect(body.data[0].properties).toMatchObject({
      changeType: 'Update',
      changeAttributes: {
        changedBy: 'Unknown',
        changedByType: 'Unknown',
        timestamp: '2026-11-16T07:40:00.0000000Z',
      },
      changes: {
        'properties.additionalLocations[0].privateIPAddresses[0]': {
          previousValue: '10.21.1.5',
          newValue: '10.21.1.6',
        },
      },
    });
  });

  it('holds every form that a reader must understand: both notations, both absences, cut values, creations and deletions', async () => {
    const { body } = await query(changes);
    const text = JSON.stringify(body.data);
    for (const form of [
      'publicIPAddresses[0]',
      '"properties.additionalLocations"',
      '"previousValue":"null"',
      '"previousValue":null',
      '"isTruncated":"true"',
      '"Create"',
      '"Delete"',
    ])
      expect(text).toContain(form);
  });

  it('shares correlation ids with the activity log', async () => {
    const { body } = await query(changes);
    const known = new Set(sandbox.arm.world.feed.operations.map(operation => operation.correlationId));
    const made = body.data.filter(
      (row: { properties: { changeAttributes: { changedByType: string } } }) =>
        row.properties.changeAttributes.changedByType !== 'Unknown',
    );
    const joined = made.filter((row: { properties: { changeAttributes: { correlationId: string } } }) =>
      known.has(row.properties.changeAttributes.correlationId),
    );
    expect(joined.length).toBeGreaterThan(4);
  });

  it('hides changes of resources that the caller cannot read', async () => {
    const { body } = await query(changes, { as: 'reader@contoso.com' });
    const owners = new Set(
      body.data.map(
        (row: { properties: { targetResourceId: string } }) => row.properties.targetResourceId.split('/')[2],
      ),
    );
    expect(owners).toEqual(new Set([ids.production]));
  });
});

describe('limits', () => {
  it('count the queries of a user down, and refuse what is over the quota until the window ends', async () => {
    sandbox.controls.configure({ graphQuota: 2 });
    const answers = [await query(containers), await query(containers), await query(containers)];
    const other = await query(containers, { as: 'reader@contoso.com' });
    sandbox.controls.setClockOffset(5000);
    const later = await query(containers);
    sandbox.controls.setClockOffset(0);
    sandbox.controls.configure({ graphQuota: 120 });
    expect(answers.map(one => [one.status, one.headers.get('x-ms-user-quota-remaining')])).toEqual([
      [200, '1'],
      [200, '0'],
      [429, '0'],
    ]);
    expect(answers[2]?.headers.get('x-ms-user-quota-resets-after')).toMatch(/^00:00:0\d$/);
    expect(answers[2]?.body.error.code).toBe('RateLimiting');
    expect([other.status, later.status]).toEqual([200, 200]);
  });

  it('refuse an answer that is too large', async () => {
    sandbox.controls.configure({ graphMaxBytes: 20_000 });
    const large = await query(services);
    const small = await query(services, { options: { $top: 1 } });
    sandbox.controls.configure({ graphMaxBytes: 16_777_216 });
    expect({ status: large.status, code: large.body.error.code }).toEqual({
      status: 400,
      code: 'ResponsePayloadTooLarge',
    });
    expect(small.status).toBe(200);
  });

  it.each([
    ['no query at all', { nothing: 1 }, undefined],
    ['a text that is no query', 'resources | nonsense', undefined],
    ['a page that is too large', services, { $top: 1001 }],
  ])('refuse %s', async (_, text, options) => {
    const { status, body } = await query(text as string, { options });
    expect({ status, code: body.error.code }).toEqual({ status: 400, code: 'BadRequest' });
  });
});

describe('@azure/arm-resourcegraph', () => {
  const client = () => new ResourceGraphClient(credential(sandbox), { baseUri: sandbox.origin });

  it('reads the fleet page by page, no row twice', async () => {
    const seen: string[] = [];
    for (let skipToken: string | undefined, first = true; first || skipToken; first = false) {
      const page = await client().resources({
        query: services,
        options: { top: 7, resultFormat: 'objectArray', ...(skipToken ? { skipToken } : {}) },
      });
      expect(page.resultTruncated).toBe('false');
      seen.push(...names(page.data));
      skipToken = page.skipToken;
    }
    expect(seen).toHaveLength(49);
    expect(new Set(seen).size).toBe(49);
  });

  it('takes a refusal for what it is', async () => {
    await expect(client().resources({ query: 'resources | nonsense' })).rejects.toMatchObject({
      statusCode: 400,
      code: 'BadRequest',
    });
  });
});
