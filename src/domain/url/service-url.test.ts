import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseServiceId } from '../arm-id.ts';
import {
  formatServiceQuery,
  pathAsSpelled,
  readServiceQuery,
  type ServiceQuery,
  servicePath,
  serviceTabs,
} from './service-url.ts';

const id = { subscriptionId: '6F2B', resourceGroup: 'rg-Apim', name: 'contoso-API' };

describe('readServiceQuery', () => {
  it.each([
    ['', 'addresses'],
    ['?tab=json', 'json'],
    ['?tab=JSON', 'json'],
    ['?tab=Timeline&at=2026-11-22', 'timeline'],
  ])('opens %j at %s without a notice', (search, tab) => {
    const { query, problems } = readServiceQuery(search);
    expect(query.tab).toBe(tab);
    expect(problems).toEqual([]);
  });

  it.each([
    ['?tab=cost', 'tab', 'tab', 'addresses'],
    ['?at=yesterday', 'at', 'at', null],
    ['?from=2026-02-30', 'from', 'from', null],
    ['?to=1', 'to', 'to', null],
    ['?for=%3Cscript%3E', 'for', 'for', null],
    ['?format=a b', 'format', 'format', null],
    ['?cause=*', 'cause', 'cause', []],
  ] as const)('%j falls back and names %s', (search, key, field, fallback) => {
    const { query, problems } = readServiceQuery(search);
    expect(problems.map(one => one.key)).toEqual([key]);
    expect(query[field]).toEqual(fallback);
  });

  it('keeps what it does not know', () =>
    expect(readServiceQuery('?x=10.10&tenant=contoso.com&tab=json').query.rest).toEqual([
      ['x', '10.10'],
      ['tenant', 'contoso.com'],
    ]));
});

describe('formatServiceQuery', () => {
  it('leaves the defaults out', () =>
    expect(formatServiceQuery(readServiceQuery('?tab=addresses').query)).toBe(''));

  it('writes what it read, for any query', () => {
    const word = fc.constantFrom('clients', 'dns', 'az-nsg', 'unexplained');
    const time = fc.constantFrom('2026-11-22', '2026-11-22T10:00:00Z');
    const query: fc.Arbitrary<ServiceQuery> = fc.record({
      tab: fc.constantFrom(...serviceTabs),
      for: fc.option(word),
      format: fc.option(word),
      at: fc.option(time),
      from: fc.option(time),
      to: fc.option(time),
      cause: fc.uniqueArray(word),
      rest: fc
        .array(fc.tuple(fc.constantFrom('tenant', 'x', 'ünknown'), fc.string()))
        .map(entries => [...entries].sort(([a], [b]) => Number(b === 'tenant') - Number(a === 'tenant'))),
    });
    fc.assert(
      fc.property(query, one => {
        expect(readServiceQuery(formatServiceQuery(one))).toEqual({ query: one, problems: [] });
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('any query', () => {
  it('never throws, and what was made of a hostile text is stable', () => {
    const keys = ['tab', 'for', 'format', 'at', 'from', 'to', 'cause', 'tenant', '__proto__'];
    const text = fc.string({ unit: 'binary' });
    const hostile = fc
      .array(fc.tuple(fc.constantFrom(...keys), text))
      .map(entries => entries.map(([key, value]) => `${key}=${value}`).join('&'));
    fc.assert(
      fc.property(fc.oneof(text, hostile), search => {
        const link = formatServiceQuery(readServiceQuery(search).query);
        expect(formatServiceQuery(readServiceQuery(link).query)).toBe(link);
      }),
      { numRuns: 4_000 },
    );
  });

  it.each(['10.10', '1e5', '0x10', 'true', 'null', ' +1 '])('%j of another stays as it is', value => {
    const { query } = readServiceQuery(`?x=${encodeURIComponent(value)}`);
    expect(new URLSearchParams(formatServiceQuery(query)).get('x')).toBe(value);
  });
});

describe('servicePath', () => {
  it('is the ARM id', () =>
    expect(servicePath(id)).toBe(
      '/subscriptions/6F2B/resourceGroups/rg-Apim/providers/Microsoft.ApiManagement/service/contoso-API',
    ));

  it.each(['rg-(weu)_1.0', 'rg münchen', '100%', 'a?b#c', '%2e%2e', '日本'])(
    'brings %j back',
    resourceGroup => {
      const path = servicePath({ ...id, resourceGroup });
      expect(new URL(path, 'https://x.example').pathname).toBe(path);
      expect(parseServiceId(decodeURIComponent(path))?.resourceGroup).toBe(resourceGroup);
    },
  );
});

describe('pathAsSpelled', () => {
  it('takes ARM’s spelling and keeps the trailing parts as they were', () =>
    expect(pathAsSpelled(`${servicePath(id).toUpperCase()}/apis/Echo%20api/`, id)).toBe(
      `${servicePath(id)}/apis/Echo%20api/`,
    ));

  it('does nothing where the spelling is ARM’s already', () =>
    expect(pathAsSpelled(servicePath(id), id)).toBe(servicePath(id)));

  it.each(['/', '/find', '/%zz', servicePath({ ...id, name: 'other' })])('leaves %j alone', path =>
    expect(pathAsSpelled(path, id)).toBe(path),
  );
});
