import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contoso, fabrikam, findTenant, sandboxTenants } from './tenants.ts';
import { createTokens } from './tokens.ts';
import { findUser, sandboxUsers } from './users.ts';

const tokens = createTokens();
const now = Date.UTC(2026, 10, 22, 10);
const admin = findUser(sandboxUsers, 'ADMIN@contoso.com');
if (!admin) throw new Error('The sandbox has no admin.');
const request = {
  user: admin,
  tenantId: contoso.id,
  scopes: ['user_impersonation'],
  now,
  lifetimeSeconds: 3600,
};
const token = tokens.mintAccessToken(request);

function reasonOf(value: string, at = now, verifier = tokens) {
  const result = verifier.verifyAccessToken(value, { now: at });
  return result.ok ? 'good' : result.reason;
}

describe('access tokens', () => {
  it('carry the claims of an Entra token', () => {
    const result = tokens.verifyAccessToken(
      tokens.mintAccessToken({ ...request, clientId: 'app', capabilities: ['CP1'], acrs: ['c1'] }),
      { now },
    );
    expect(result.ok && result.claims).toMatchObject({
      iss: `http://localhost:4175/${contoso.id}/v2.0`,
      aud: 'https://management.azure.com',
      tid: contoso.id,
      oid: admin.id,
      preferred_username: 'admin@contoso.com',
      scp: 'user_impersonation',
      azp: 'app',
      xms_cc: ['CP1'],
      acrs: ['c1'],
      iat: now / 1000,
      exp: now / 1000 + 3600,
    });
  });

  it('are good until the second they expire and not before they are issued', () => {
    expect(reasonOf(token, now + 3_599_999)).toBe('good');
    expect(reasonOf(token, now + 3_600_000)).toBe('expired');
    expect(reasonOf(token, now - 1)).toBe('not-yet-valid');
  });

  it('are refused for another audience, from another issuer and by another key', () => {
    expect(reasonOf(tokens.mintAccessToken({ ...request, audience: 'https://graph.microsoft.com' }))).toBe(
      'audience',
    );
    const elsewhere = createTokens({ issuerOrigin: 'http://localhost:9' });
    expect(reasonOf(elsewhere.mintAccessToken(request))).toBe('signature');
    const idToken = tokens.mintIdToken({ ...request, clientId: 'app' });
    expect(reasonOf(idToken)).toBe('malformed');
  });

  it('are refused when any of their characters is changed', () => {
    const [head = '', body = ''] = token.split('.');
    const signedLength = head.length + body.length + 1;
    fc.assert(
      fc.property(fc.nat(signedLength - 1), fc.constantFrom('A', 'b', '7', '_'), (index, character) => {
        fc.pre(token[index] !== character && token[index] !== '.');
        const changed = token.slice(0, index) + character + token.slice(index + 1);
        expect(reasonOf(changed)).not.toBe('good');
      }),
    );
  });

  it.each(['', 'x', 'a.b', 'a.b.c', `${token}.x`, 'e30.e30.e30'])('calls %j malformed', value =>
    expect(reasonOf(value)).toBe('malformed'),
  );

  it('refuses an unsigned token that says alg none', () => {
    const [, body = ''] = token.split('.');
    const head = Buffer.from('{"alg":"none","kid":"x"}').toString('base64url');
    expect(reasonOf(`${head}.${body}.`)).toBe('malformed');
  });

  it('name the home directory of a guest and give the pair of user and tenant a subject of its own', () => {
    const guest = tokens.verifyAccessToken(tokens.mintAccessToken({ ...request, tenantId: fabrikam.id }), {
      now,
    });
    const member = tokens.verifyAccessToken(token, { now });
    if (!guest.ok || !member.ok) throw new Error('A fresh token was refused.');
    expect(guest.claims.oid).toBe(member.claims.oid);
    expect(guest.claims.sub).not.toBe(member.claims.sub);
  });

  it('take the audience that the sandbox is configured with, with or without its slash', () => {
    const own = createTokens({ audience: 'http://localhost:4174' });
    expect(reasonOf(own.mintAccessToken(request), now, own)).toBe('good');
    expect(reasonOf(own.mintAccessToken({ ...request, audience: 'http://localhost:4174/' }), now, own)).toBe(
      'good',
    );
    expect(reasonOf(own.mintAccessToken({ ...request, audience: tokens.audience }), now, own)).toBe(
      'audience',
    );
  });
});

describe('tenants and users', () => {
  it.each([
    [contoso.id.toUpperCase(), contoso],
    ['Contoso.COM', contoso],
    ['fabrikam.onmicrosoft.com', fabrikam],
    ['nowhere.example', undefined],
  ])('finds the tenant %s', (name, tenant) => expect(findTenant(sandboxTenants, name)).toBe(tenant));

  it('lets every user into its home tenant', () => {
    for (const user of sandboxUsers) expect(user.tenants).toContain(user.homeTenantId);
  });
});
