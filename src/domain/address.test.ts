import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrivateRange, parseRange, shortForm } from './address.ts';

describe('parseRange', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7/32', true],
    [' 203.0.113.7 ', '203.0.113.7/32', true],
    ['10.0.0.9/27', '10.0.0.0/27', false],
    ['0.0.0.0/0', '0.0.0.0/0', false],
    ['60.0.0.0/31', '60.0.0.0/31', false],
    ['2001:DB8::1', '2001:db8::1/128', true],
    ['2001:db8::/32', '2001:db8::/32', false],
  ])('reads %j as %s', (text, cidr, single) => {
    expect(parseRange(text)).toMatchObject({ cidr, single });
  });

  it.each([
    '',
    '137.XXX.11.74',
    '10.10',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '010.1.1.1',
    '1.2.3.4/33',
    '1.2.3.4/-1',
    '1.2.3.4/',
    '1.2.3.4/8/8',
    '::1/129',
    'fe80::1%eth0',
    '1.2.3.4:443',
    'host',
  ])('refuses %j', text => expect(parseRange(text)).toBeUndefined());

  it('gives every IPv4 address back as it was written', () => {
    fc.assert(
      fc.property(fc.ipV4(), text => {
        const range = parseRange(text);
        expect(range && shortForm(range)).toBe(text);
      }),
    );
  });

  it('reads its own canonical form as the same range', () => {
    const cidr = fc.oneof(
      fc.tuple(fc.ipV4(), fc.nat(32)).map(([address, prefix]) => `${address}/${prefix}`),
      fc.tuple(fc.ipV6(), fc.nat(128)).map(([address, prefix]) => `${address}/${prefix}`),
    );
    fc.assert(
      fc.property(cidr, text => {
        const range = parseRange(text);
        expect(range).toBeDefined();
        expect(parseRange(range?.cidr ?? '')).toEqual(range);
      }),
    );
  });
});

describe('isPrivateRange', () => {
  it.each([
    ['10.1.2.3', true],
    ['172.16.0.0/12', true],
    ['192.168.1.1', true],
    ['100.64.0.1', true],
    ['fd00::1', true],
    ['203.0.113.7', false],
    ['2001:db8::1', false],
  ])('%s: %s', (text, expected) => {
    const range = parseRange(text);
    expect(range && isPrivateRange(range)).toBe(expected);
  });
});
