import { expect, it } from 'vitest';
import { withTenant } from './tenant-in-search.ts';

it.each([
  ['', '?tenant=contoso.com'],
  ['?tab=json&q=10.10', '?tenant=contoso.com&tab=json&q=10.10'],
  ['?tenant=a.com&x=%25&tenant=b.com', '?tenant=contoso.com&x=%25'],
])('names one tenant, first: %j', (search, expected) =>
  expect(withTenant(search, 'contoso.com')).toBe(expected),
);
