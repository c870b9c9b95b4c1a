import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { type Sandbox, startSandbox, teamHistoryPath } from './start.ts';
import { contoso } from './tenants.ts';
import { findUser, sandboxUsers } from './users.ts';
import { pictureDay } from './world/fleet/showcase.ts';

const appPort = 4480;
let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

function listens(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

describe('a sandbox', () => {
  it('stands on three origins, and its configuration is one that the app takes', async () => {
    sandbox = await startSandbox({ appPort, now: () => pictureDay });
    expect([sandbox.appOrigin, sandbox.armOrigin, sandbox.loginOrigin]).toEqual([
      'http://localhost:4480',
      'http://localhost:4481',
      'http://localhost:4482',
    ]);
    const parsed = parseConfig(sandbox.config);
    expect(parsed).toMatchObject({
      ok: true,
      config: {
        cloud: {
          resourceManager: sandbox.armOrigin,
          scope: 'https://management.azure.com/user_impersonation',
        },
      },
    });
  });

  it('names the history file of its team where it is asked to, and the app takes that too', async () => {
    sandbox = await startSandbox({ appPort, teamHistory: true });
    expect(parseConfig(sandbox.config)).toMatchObject({
      ok: true,
      config: { history: { device: true, url: teamHistoryPath } },
    });
  });

  it('puts sign-in on another site when it is asked to', async () => {
    sandbox = await startSandbox({ appPort, loginHost: '127.0.0.1' });
    expect(sandbox.loginOrigin).toBe('http://127.0.0.1:4482');
    expect(JSON.stringify(sandbox.config)).toContain('http://127.0.0.1:4482/organizations/oauth2/v2.0/token');
  });

  it('mints tokens that ARM takes, also after a reset', async () => {
    sandbox = await startSandbox({ appPort, now: () => pictureDay });
    const user = findUser(sandboxUsers, 'admin@contoso.com');
    if (!user) throw new Error('no admin');
    const token = sandbox.tokens.mintAccessToken({
      user,
      tenantId: contoso.id,
      scopes: ['user_impersonation'],
      now: pictureDay,
      lifetimeSeconds: 60,
    });
    sandbox.reset();
    const answer = await fetch(`${sandbox.armOrigin}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
  });

  it('frees its ports when it is closed, and when it cannot start whole', async () => {
    const first = await startSandbox({ appPort });
    await expect(startSandbox({ appPort: appPort + 10, armPort: 4481, loginPort: 4492 })).rejects.toThrow(
      'EADDRINUSE',
    );
    expect(await listens(4492)).toBe(false);
    await first.close();
    expect([await listens(4481), await listens(4482)]).toEqual([false, false]);
  });
});
