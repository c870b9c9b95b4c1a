import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { headerRules, headersFor } from './security-headers.ts';

function rulesFor(value: unknown) {
  const result = parseConfig(value);
  if (!result.ok) throw new Error('The configuration of the test is not valid.');
  return headerRules(result.config);
}

function directive(path: string, name: string, config: unknown = { version: 1 }): string | undefined {
  const policy = headersFor(rulesFor(config), path)['Content-Security-Policy'] ?? '';
  return policy
    .split('; ')
    .find(one => one.startsWith(`${name} `))
    ?.slice(name.length + 1);
}

describe('headers of a deployment', () => {
  it('let the page reach ARM and the sign-in service of its cloud alone', () => {
    expect(directive('/', 'connect-src')).toBe(
      "'self' https://management.azure.com https://login.microsoftonline.com",
    );
    expect(directive('/', 'frame-src')).toBe("'self' https://login.microsoftonline.com");
    expect(directive('/', 'connect-src', { version: 1, cloud: 'AzureUSGovernment' })).toBe(
      "'self' https://management.usgovcloudapi.net https://login.microsoftonline.us",
    );
  });

  it('follow the endpoints that a configuration names', () => {
    const endpoint = 'http://localhost:4175/organizations/oauth2/v2.0/x';
    const authorityMetadata = {
      issuer: 'x',
      authorization_endpoint: endpoint,
      token_endpoint: endpoint,
      end_session_endpoint: endpoint,
      jwks_uri: endpoint,
    };
    const cloud = {
      name: 'Sandbox',
      authority: 'https://login.microsoftonline.com',
      resourceManager: 'http://localhost:4174',
      authorityMetadata,
    };
    expect(directive('/', 'connect-src', { version: 1, cloud })).toBe(
      "'self' http://localhost:4174 http://localhost:4175",
    );
  });

  it('forbid what the page does not use', () => {
    expect(directive('/x', 'default-src')).toBe("'none'");
    expect(directive('/x', 'object-src')).toBe("'none'");
    expect(directive('/x', 'base-uri')).toBe("'none'");
    expect(directive('/x', 'script-src')).toBe("'self'");
    expect(directive('/x', 'require-trusted-types-for')).toBe("'script'");
  });

  it('let the worker reach this origin alone: it is ruled by what its own script comes with', () => {
    expect(directive('/assets/team-worker.js', 'default-src')).toBe("'none'");
    expect(directive('/assets/team-worker.js', 'connect-src')).toBe("'self'");
    expect(directive('/assets/team-worker.js', 'require-trusted-types-for')).toBe("'script'");
  });

  it('let only the redirect page be framed, by this origin, and only it goes without COOP', () => {
    const rules = rulesFor({ version: 1 });
    expect(directive('/redirect.html', 'frame-ancestors')).toBe("'self'");
    expect(directive('/', 'frame-ancestors')).toBe("'none'");
    expect(headersFor(rules, '/redirect.html')['Cross-Origin-Opener-Policy']).toBeUndefined();
    expect(headersFor(rules, '/')['Cross-Origin-Opener-Policy']).toBe('same-origin');
  });

  it('keep assets for good and the configuration not at all', () => {
    const rules = rulesFor({ version: 1 });
    expect(headersFor(rules, '/assets/a.js')['Cache-Control']).toMatch(/immutable/);
    expect(headersFor(rules, '/config.json')['Cache-Control']).toBe('no-store');
  });
});
