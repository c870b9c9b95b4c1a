import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchRoute } from './match-route.ts';

describe('matchRoute', () => {
  it.each([
    ['/', 'fleet'],
    ['/index.html', 'fleet'],
    ['/Find', 'find'],
    ['/check/', 'check'],
    ['/settings/anything', 'settings'],
    ['/elsewhere', 'not-found'],
    ['/SUBSCRIPTIONS/s/resourcegroups/g/PROVIDERS/microsoft.apimanagement/SERVICE/n/more', 'service'],
    ['/subscriptions/s/resourceGroups/g%20h/providers/Microsoft.ApiManagement/service/n', 'service'],
  ])('%s is %s', (path, name) => expect(matchRoute(path).name).toBe(name));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), path => typeof matchRoute(`/${path}`).name === 'string'));
  });
});
