import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contoso, fabrikam } from '../tenants.ts';
import { createTokens } from '../tokens.ts';
import { findUser, sandboxUsers } from '../users.ts';
import { ids } from '../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from './test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const services = (subscription: string) =>
  `/subscriptions/${subscription}/providers/Microsoft.ApiManagement/service?api-version=2024-05-01`;
const inGroup = (rest: string) =>
  `/subscriptions/${ids.production}/resourceGroups/${rest}?api-version=2024-05-01`;

describe('the api-version', () => {
  it.each([
    ['/subscriptions', 'MissingApiVersionParameter', 'is required for all requests'],
    [
      '/subscriptions?api-version=1999-01-01',
      'InvalidApiVersionParameter',
      "The supported versions are '2024-11-01,",
    ],
    [
      services(ids.production).replace('2024-05-01', '2099-01-01'),
      'NoRegisteredProviderFound',
      "for type 'service'",
    ],
  ])('%s is refused with %s', async (path, code, words) => {
    const { status, body } = await sandbox.ask(path);
    expect({ status, code: body.error.code }).toEqual({ status: 400, code });
    expect(body.error.message).toContain(words);
  });

  it.each(['2024-05-01', '2025-03-01-preview', '2026-09-01-preview'])('%s lists services', async version => {
    const { status } = await sandbox.ask(services(ids.production).replace('2024-05-01', version));
    expect(status).toBe(200);
  });
});

describe('the bearer token', () => {
  const stranger = createTokens();
  const admin = findUser(sandboxUsers, 'admin@contoso.com') ?? sandboxUsers[0];
  const mint = (more: { audience?: string; scopes?: string[] }) => {
    if (!admin) throw new Error('no admin');
    const now = sandbox.arm.clock.now();
    return {
      user: admin,
      tenantId: contoso.id,
      scopes: ['user_impersonation'],
      now,
      lifetimeSeconds: 60,
      ...more,
    };
  };

  it('is asked for', async () => {
    const { status, body, headers } = await sandbox.ask('/subscriptions?api-version=2022-12-01', {
      token: null,
    });
    expect({ status, code: body.error.code }).toEqual({ status: 401, code: 'AuthenticationFailed' });
    expect(headers.get('www-authenticate')).toContain('authorization_uri="https://login.windows.net/common"');
  });

  it.each([
    ['of nobody', () => 'a.b.c', 'InvalidAuthenticationToken', 'The access token is invalid.'],
    [
      'signed by another key',
      () => stranger.mintAccessToken(mint({})),
      'InvalidAuthenticationToken',
      'invalid',
    ],
    [
      'for Microsoft Graph',
      () => sandbox.tokens.mintAccessToken(mint({ audience: 'https://graph.microsoft.com' })),
      'InvalidAuthenticationTokenAudience',
      "'https://graph.microsoft.com'",
    ],
    [
      'without the scope',
      () => sandbox.tokens.mintAccessToken(mint({ scopes: ['openid'] })),
      'InvalidAuthenticationToken',
      'user_impersonation',
    ],
  ])('%s is refused', async (_, token, code, words) => {
    const { status, body } = await sandbox.ask('/subscriptions?api-version=2022-12-01', { token: token() });
    expect({ status, code: body.error.code }).toEqual({ status: 401, code });
    expect(body.error.message).toContain(words);
  });

  it('is refused once the clock of the sandbox has passed its expiry, with both times', async () => {
    const token = sandbox.token('admin@contoso.com', contoso.id, 60);
    sandbox.controls.setClockOffset(3_600_000);
    const { body } = await sandbox.ask('/subscriptions?api-version=2022-12-01', { token });
    sandbox.controls.setClockOffset(0);
    expect(body.error).toEqual({
      code: 'ExpiredAuthenticationToken',
      message:
        "The access token expiry UTC time '11/22/2026 10:15:20 AM' is earlier than current UTC time '11/22/2026 11:14:20 AM'.",
    });
  });

  it('of another tenant is refused with the tenant that owns the subscription', async () => {
    const { status, body } = await sandbox.ask(services(ids.fabrikamCore));
    expect({ status, code: body.error.code }).toEqual({
      status: 401,
      code: 'InvalidAuthenticationTokenTenant',
    });
    expect(body.error.message).toContain(
      `from the wrong issuer 'https://sts.windows.net/${contoso.id}/'. It must match the tenant 'https://sts.windows.net/${fabrikam.id}/'`,
    );
    expect((await sandbox.ask(services(ids.fabrikamCore), { tenant: fabrikam.id })).status).toBe(200);
  });
});

describe('rights and places', () => {
  it.each([
    [
      'a subscription that shows its name alone',
      services(ids.lab),
      'admin@contoso.com',
      `/subscriptions/${ids.lab}'`,
    ],
    [
      'a subscription without a role',
      services(ids.platform),
      'reader@contoso.com',
      `/subscriptions/${ids.platform}'`,
    ],
    [
      'a service without a role',
      inGroup('rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod'),
      'nobody@contoso.com',
      '/service/contoso-api-prod',
    ],
  ])('%s is forbidden by role', async (_, path, as, scope) => {
    const { status, body } = await sandbox.ask(path, { as });
    expect({ status, code: body.error.code }).toEqual({ status: 403, code: 'AuthorizationFailed' });
    expect(body.error.message).toContain(`The client '${as}' with object id '`);
    expect(body.error.message).toContain(
      "perform action 'Microsoft.ApiManagement/service/read' over scope '",
    );
    expect(body.error.message).toContain(scope);
  });

  it.each([
    [services('00000000-0000-4000-8000-000000000000'), 'SubscriptionNotFound'],
    [inGroup('rg-none/providers/Microsoft.ApiManagement/service'), 'ResourceGroupNotFound'],
    [inGroup('rg-apim-prod/providers/Microsoft.ApiManagement/service/none'), 'ResourceNotFound'],
    [inGroup('rg-apim-prod/providers/Microsoft.Compute/virtualMachines'), 'InvalidResourceType'],
  ])('%s is a 404 of kind %s', async (path, code) => {
    const { status, body } = await sandbox.ask(path);
    expect({ status, code: body.error.code }).toEqual({ status: 404, code });
  });

  it('refuses what is no subscription id', async () => {
    expect((await sandbox.ask(services('contoso'))).body.error.code).toBe('InvalidSubscriptionId');
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'POST'])('refuses %s: the sandbox is read alone', async method => {
    const path = inGroup('rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod');
    expect((await sandbox.ask(path, { method })).status).toBe(405);
  });

  it('finds a service whatever the case of its id', async () => {
    const path = inGroup('RG-APIM-PROD/PROVIDERS/microsoft.apimanagement/SERVICE/Contoso-API-Prod');
    const { body } = await sandbox.ask(path.replace('/subscriptions', '/Subscriptions'));
    expect(body.name).toBe('contoso-api-prod');
  });
});
