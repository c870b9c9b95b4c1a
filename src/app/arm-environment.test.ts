import { afterEach, describe, expect, it, vi } from 'vitest';
import { SignInNeeded, SignInUnreachable } from '../auth/session.ts';
import { parseConfig } from '../config/config.ts';
import { connectArm } from './arm-environment.ts';

const parsed = parseConfig({ version: 1 });
if (!parsed.ok) throw new Error('The configuration of the test is not valid.');
const { config } = parsed;
const request = { operation: 'list tenants', path: '/tenants', apiVersion: '2022-12-01' };

afterEach(() => vi.unstubAllGlobals());

/** The network: the tokens that it was sent, by path. */
function network(answer: () => Response): [string, string | null][] {
  const sent: [string, string | null][] = [];
  vi.stubGlobal('fetch', async (url: URL | string, init: RequestInit = {}) => {
    sent.push([new URL(url).pathname, new Headers(init.headers).get('Authorization')]);
    return answer();
  });
  return sent;
}

describe('the transport of a signed-in reader', () => {
  it('keeps to its tenant, whichever the page works in by now', async () => {
    const sent = network(() => Response.json({ value: [] }));
    const session = { getToken: async (tenantId: string) => `token-of-${tenantId}` };
    const [old, current] = [connectArm(config, session, 'old'), connectArm(config, session, 'new')];
    await current.send(request);
    await old.send(request);
    expect(sent.map(([, token]) => token)).toEqual(['Bearer token-of-new', 'Bearer token-of-old']);
  });

  it.each([
    [new SignInNeeded('{"x":1}'), { kind: 'sign-in', claims: '{"x":1}' }],
    [new SignInNeeded(undefined), { kind: 'sign-in', claims: null }],
    [new SignInUnreachable('post_request_failed'), { kind: 'offline', code: 'post_request_failed' }],
  ])('tells a sign-in that fails from a failure of Azure (%s)', async (failure, told) => {
    const sent = network(() => Response.json({}));
    vi.useFakeTimers();
    const session = { getToken: () => Promise.reject(failure) };
    const read = connectArm(config, session, 'one').send(request);
    const refused = expect(read).rejects.toMatchObject(told);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    await refused;
    expect(sent).toEqual([]);
  });
});
