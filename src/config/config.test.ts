import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

const clientId = '11111111-2222-3333-4444-555555555555';
const sandbox = {
  name: 'Sandbox',
  authority: 'https://login.microsoftonline.com',
  resourceManager: 'http://localhost:4174',
};

function problems(value: unknown): string[] {
  const result = parseConfig(value);
  return result.ok ? [] : result.problems.map(one => `${one.field}: ${one.problem}`);
}

describe('parseConfig', () => {
  it('fills in the defaults of the contract', () => {
    const result = parseConfig({ version: 1, clientId });
    expect(result.ok && result.config).toMatchObject({
      clientId,
      tenant: 'organizations',
      cloud: { name: 'AzureCloud', scope: 'https://management.azure.com/user_impersonation' },
      tokenCache: 'sessionStorage',
      fleetCache: 'device',
      history: { device: true, url: null },
    });
  });

  it('derives the scope of another cloud from its resource manager', () => {
    const result = parseConfig({ version: 1, clientId, cloud: sandbox });
    expect(result.ok && result.config.cloud).toMatchObject({
      label: 'Sandbox',
      scope: 'http://localhost:4174/user_impersonation',
      portal: null,
    });
  });

  it('takes a history file on the same origin', () => {
    const result = parseConfig({ version: 1, history: { device: true, url: '/history.jsonl' } });
    expect(result.ok && result.config.history).toEqual({ device: true, url: '/history.jsonl' });
  });

  it('names every bad field at once', () => {
    expect(
      problems({
        version: 2,
        clientId: 'x',
        tenant: 'a b',
        tokenCache: 'cookie',
        fleetCache: 'maybe',
        colour: 'blue',
      }),
    ).toEqual([
      'version: must be 1',
      'clientId: must be the GUID of an app registration',
      'tenant: must be a tenant GUID, a domain or organizations',
      'tokenCache: must be sessionStorage or localStorage',
      'fleetCache: must be device or off',
      'colour: is not a known field',
    ]);
  });

  it.each([
    ['http://example.com', 'cloud.resourceManager: must be https, or http on a loopback host'],
    [
      'https://management.azure.com/x',
      'cloud.resourceManager: must be an origin alone, without a path, a query or a user',
    ],
    [
      'https://a@management.azure.com',
      'cloud.resourceManager: must be an origin alone, without a path, a query or a user',
    ],
    [
      'https://\u200bmanagement.azure.com',
      'cloud.resourceManager: holds a space or a character that cannot be seen',
    ],
    ['javascript:alert(1)', 'cloud.resourceManager: must be https, or http on a loopback host'],
    ['nonsense', 'cloud.resourceManager: must be a URL'],
  ])('refuses the resource manager %j', (resourceManager, problem) => {
    expect(problems({ version: 1, cloud: { ...sandbox, resourceManager } })).toContain(problem);
  });

  it.each(['//evil.example/h', 'https://evil.example/h', '/\\evil.example'])(
    'refuses the history file %j',
    url => {
      expect(problems({ version: 1, history: { device: true, url } })).toEqual([
        'history.url: must be a path on the same origin, such as /history.jsonl',
      ]);
    },
  );

  it.each([null, 1, 'x', []])('refuses %j as a whole', value => expect(problems(value)).toHaveLength(1));
  it('refuses a cloud that nobody knows', () =>
    expect(problems({ version: 1, cloud: 'AzureMoon' })[0]).toMatch(/^cloud: must be/));
});
