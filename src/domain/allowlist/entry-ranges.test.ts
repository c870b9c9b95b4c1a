import { describe, expect, it } from 'vitest';
import { loadedTag } from '../find/sources.ts';
import { parseIpRange, rangeText } from '../ranges/ip-range.ts';
import { holdsTag, isAny, rangesOfValue } from './entry-ranges.ts';
import type { EntryValue } from './list.ts';
import { readPrefix } from './read-value.ts';

const written = (text: string): EntryValue => {
  const value = readPrefix(text);
  return value.kind === 'problem' ? { kind: 'host', host: text } : value;
};
const tags = new Map([
  [
    'storage.westeurope',
    loadedTag({ name: 'Storage.WestEurope', changeNumber: '1', prefixes: ['192.0.2.0/25', '2001:db8::/64'] }),
  ],
  ['contoso', null],
]);

it.each([
  ['203.0.113.0/24', ['203.0.113.0/24']],
  ['any', ['0.0.0.0/0', '::/0']],
  ['www.contoso.com', []],
  ['Storage.WestEurope', ['192.0.2.0/25', '2001:db8::/64']],
  ['STORAGE.westeurope', ['192.0.2.0/25', '2001:db8::/64']],
  ['Storage', undefined],
  ['Contoso', undefined],
])('the addresses of %s', (text, expected) =>
  expect(rangesOfValue(written(text), tags)?.map(rangeText)).toEqual(expected),
);

it.each([
  ['8.8.8.8', true],
  ['223.255.255.255', true],
  ['2001:db8::7', true],
  ['10.0.0.5', false],
  ['192.168.1.1', false],
  ['fd00::1', false],
])('the internet has %s: %j', (address, has) => {
  const internet = rangesOfValue(written('INTERNET'), tags) ?? [];
  const one = parseIpRange(address);
  expect(
    internet.some(
      ({ family, start, end }) => one && family === one.family && start <= one.start && one.end <= end,
    ),
  ).toBe(has);
});

it.each([
  ['any', true],
  ['0.0.0.0/0', true],
  ['::/0', true],
  ['0.0.0.0/1', false],
  ['0.0.0.0', false],
  ['Internet', false],
])('%s is every address of a family: %j', (text, expected) => expect(isAny(written(text))).toBe(expected));

describe('an entry holds a service tag by its name', () => {
  it.each([
    ['any', 'ApiManagement', true],
    ['any', 'AzureLoadBalancer', true],
    ['ApiManagement', 'ApiManagement', true],
    ['apimanagement', 'ApiManagement', true],
    ['AzureCloud', 'AzureCloud.northeurope', true],
    ['AzureCloud.northeurope', 'AzureCloud', false],
    ['AzureCloud.northeurope', 'AzureCloud.northeurope2', false],
    ['Azure', 'AzureCloud', false],
    ['Internet', 'ApiManagement', true],
    ['internet', 'AzureCloud.northeurope', true],
    ['Internet', 'AzureLoadBalancer', false],
    ['0.0.0.0/0', 'ApiManagement', false],
    ['www.contoso.com', 'ApiManagement', false],
  ])('%s holds %s: %j', (text, tag, expected) => expect(holdsTag(written(text), tag)).toBe(expected));
});
