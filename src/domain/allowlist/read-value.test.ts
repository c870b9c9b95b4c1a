import { describe, expect, it } from 'vitest';
import { addressProblem, readAddress, readPrefix, readTagWord } from './read-value.ts';

describe('a text that looks as if an address was meant', () => {
  it.each([
    ['an octet too large', '203.0.113.999'],
    ['an octet too few', '203.0.113'],
    ['an octet too few, with a prefix', '203.0.113/24'],
    ['an octet too many', '203.0.113.7.1'],
    ['a dot at its end', '203.0.113.'],
    ['a prefix too long', '203.0.113.0/33'],
    ['an end before the beginning', '203.0.113.9-203.0.113.7'],
    ['octets left open', '10.x.0.0'],
    ['octets left open, with a prefix', '10.*.*.*/16'],
    ['octets of several digits left open', '192.168.1xx.100'],
    ['colons too many', '2001:db8:::1'],
    ['two gaps', '2001:DB8::1::2'],
    ['an IPv6 prefix too long', '2001:db8::7/129'],
  ])('is not a valid one: %s', (_, text) => {
    expect(readAddress(text)).toBeUndefined();
    expect(addressProblem(text)).toBe('not a valid address');
    expect(readPrefix(text)).toEqual({ kind: 'problem', problem: 'not a valid address' });
  });

  it.each([
    ['a word', 'office'],
    ['a version', '1.2.3-beta'],
    ['a word with a version', 'v1.2.3'],
    ['a number', '10.25'],
    ['a number left open', '10.x'],
    ['a name that ends as an address does', 'host-10.x.0.0'],
    ['a name that begins as an address does', '10.x.0.0-office'],
    ['a time', '12:30:45'],
    ['a name that ends as an IPv6 address does', 'vpn2001:db8:::1'],
    ['a name that begins as an IPv6 address does', '2001:db8:::1-vpn'],
  ])('is none: %s', (_, text) => expect(addressProblem(text)).toBeUndefined());
});

it.each([
  ['203.0.113.7\u200b', 'holds what cannot be seen: 203.0.113.7[U+200B]'],
  ['\u2066203.0.113.0/24\u2069', 'holds what cannot be seen: [U+2066]203.0.113.0/24[U+2069]'],
  ['office\u200b', undefined],
  ['any\u200b', undefined],
])('characters that cannot be seen are shown where they spoil an address: %j', (text, problem) =>
  expect(addressProblem(text)).toBe(problem),
);

describe('a field for addresses', () => {
  it.each([
    ['203.0.113.7', { kind: 'range', range: { family: 'ipv4', start: 0xcb007107n, end: 0xcb007107n } }],
    ['*', { kind: 'any' }],
    ['Any', { kind: 'any' }],
    ['any4', { kind: 'any' }],
    ['anything', { kind: 'tag', name: 'anything' }],
    ['Storage.WestEurope', { kind: 'tag', name: 'Storage.WestEurope' }],
    ['API.apps.contoso.com', { kind: 'host', host: 'api.apps.contoso.com' }],
    ['two words', { kind: 'problem', problem: 'neither an address nor a service tag' }],
  ])('holds %j', (text, value) => expect(readPrefix(text)).toEqual(value));
});

it.each([
  ['ApiManagement', true],
  ['AzureCloud.westeurope', true],
  ['apimanagement', false],
  ['Contoso', false],
  ['ApiManagement.', false],
])('in running text a tag is known by its spelling: %s', (text, isTag) =>
  expect(readTagWord(text)).toEqual(isTag ? { kind: 'tag', name: text } : undefined),
);
