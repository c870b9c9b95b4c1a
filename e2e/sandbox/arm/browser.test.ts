import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestArm, type TestArm } from './test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const path = '/subscriptions?api-version=2022-12-01';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('an answer to a page of another origin', () => {
  it('is let through after a preflight that allows the headers of a bearer request', async () => {
    const { status, headers } = await sandbox.ask(path, {
      token: null,
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:4173',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization,x-ms-client-request-id',
      },
    });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-headers')).toBe('authorization,x-ms-client-request-id');
  });

  it('exposes what a client needs to wait, to ask for help and to answer a challenge', async () => {
    const { headers } = await sandbox.ask(path, { headers: { origin: 'http://localhost:4173' } });
    const exposed = headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(
      expect.arrayContaining(['Retry-After', 'WWW-Authenticate', 'x-ms-correlation-request-id']),
    );
  });

  it('exposes nothing while the fault says so, and can still be read', async () => {
    const id = sandbox.controls.addFault({ kind: 'hide-headers' });
    const { headers, status } = await sandbox.ask(path, { headers: { origin: 'http://localhost:4173' } });
    sandbox.controls.removeFault(id);
    expect(status).toBe(200);
    expect(headers.get('access-control-expose-headers')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  it('lets a refusal be read too', async () => {
    const { headers, status } = await sandbox.ask(path, {
      token: null,
      headers: { origin: 'http://localhost:4173' },
    });
    expect(status).toBe(401);
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
});

describe('tracing', () => {
  it('gives every answer ids of its own, a refusal as well', async () => {
    const answers = [await sandbox.ask(path), await sandbox.ask('/subscriptions')];
    const seen = answers.flatMap(({ headers }) => [
      headers.get('x-ms-request-id'),
      headers.get('x-ms-correlation-request-id'),
    ]);
    for (const id of seen) expect(id).toMatch(guid);
    expect(new Set(seen).size).toBe(4);
  });

  it('keeps the correlation id that a caller brings, and the request id where it is asked back', async () => {
    const own = '0f5cbb9a-34f5-4d52-a5a0-0ad3c5bb8d2c';
    const { headers } = await sandbox.ask(path, {
      headers: {
        'x-ms-correlation-request-id': own,
        'x-ms-client-request-id': 'mine',
        'x-ms-return-client-request-id': 'true',
      },
    });
    expect(headers.get('x-ms-correlation-request-id')).toBe(own);
    expect(headers.get('x-ms-client-request-id')).toBe('mine');
  });

  it('counts the reads that are left, for a subscription and for the tenant', async () => {
    sandbox.arm.buckets.clear();
    const tenant = await sandbox.ask(path);
    const next = await sandbox.ask(path);
    expect(tenant.headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('249');
    expect(next.headers.get('x-ms-ratelimit-remaining-tenant-reads')).toBe('248');
  });

  it('answers 429 with Retry-After when the bucket is empty and the limit is enforced', async () => {
    sandbox.controls.configure({ enforceReadLimit: true });
    sandbox.arm.buckets.clear();
    const statuses: number[] = [];
    for (let read = 0; read < 252; read++) statuses.push((await sandbox.ask(path)).status);
    sandbox.controls.configure({ enforceReadLimit: false });
    expect(statuses.filter(status => status === 200)).toHaveLength(250);
    expect(statuses.slice(250)).toEqual([429, 429]);
  });
});
