import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from '../test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const service = `/subscriptions/${ids.production}/resourceGroups/rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod`;
const post = (path: string, body: unknown) =>
  sandbox.ask(`/_control${path}`, { method: 'POST', body, token: null });

function statusWith(headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(`${sandbox.origin}/_control/state`, { headers }, answer => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });
}

describe('the controls over HTTP', () => {
  it('change the world that ARM then tells of', async () => {
    await post('/mutations', { kind: 'set-public-access', service, access: 'Disabled' });
    const { body } = await sandbox.ask(`${service}?api-version=2024-05-01`);
    expect(body.properties.publicNetworkAccess).toBe('Disabled');
  });

  it.each([
    ['/mutations', { kind: 'explode', service }],
    ['/mutations', { kind: 'remove-region', service, region: 'West Europe' }],
    ['/mutations', { kind: 'recreate', service: '/subscriptions/none' }],
    ['/faults', { kind: 'throttle' }],
    ['/settings', { pageSize: 0 }],
  ])('refuse %s %j with a message', async (path, body) => {
    const answer = await post(path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).not.toBe('');
  });

  it('switch faults on and off by number', async () => {
    const { body } = await post('/faults', { kind: 'error', status: 500 });
    expect((await sandbox.ask('/subscriptions?api-version=2022-12-01')).status).toBe(500);
    await sandbox.ask(`/_control/faults/${body.id}`, { method: 'DELETE', token: null });
    expect((await sandbox.ask('/subscriptions?api-version=2022-12-01')).status).toBe(200);
  });

  it('log what was asked, when, and how it ended, without a token', async () => {
    sandbox.controls.clearLog();
    await sandbox.ask(`${service}?api-version=2024-05-01`);
    const { body, text } = await sandbox.ask('/_control/log', { token: null });
    expect(body).toMatchObject([
      { method: 'GET', path: service, subscription: ids.production, status: 200, code: null, aborted: false },
    ]);
    expect(body[0].ended).toBeGreaterThanOrEqual(body[0].started);
    expect(text).not.toContain('Bearer');
    expect(text).not.toContain(sandbox.token().split('.')[0]);
  });

  it('reset everything', async () => {
    await post('/mutations', { kind: 'remove-service', service });
    await post('/clock', { offsetMs: 5000 });
    await post('/faults', { kind: 'reset' });
    await post('/reset', {});
    expect(sandbox.arm.world.service(service)).toBeDefined();
    expect(sandbox.controls.faults).toEqual([]);
    expect(sandbox.arm.clock.offsetMs).toBe(0);
  });

  it('answer this machine alone: no foreign name, no page of another site', async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ host: 'sandbox.example' })).toBe(403);
    expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'http://localhost.evil.example' })).toBe(403);
  });

  it('serve their page under a policy that runs its own script alone', async () => {
    const { headers, text } = await sandbox.ask('/_control/', { token: null });
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    for (const [, path] of text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await sandbox.ask(path ?? '', { token: null })).status).toBe(200);
  });
});
