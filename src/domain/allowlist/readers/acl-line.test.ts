import { describe, expect, it } from 'vitest';
import { entriesOf } from './testing.ts';

const seven = '203.0.113.7 = range 203.0.113.7';
const eight = '203.0.113.8 = range 203.0.113.8';

describe('a line of a router’s access list', () => {
  it.each([
    ['permit 203.0.113.7', [`${seven} allow source`]],
    ['Deny 203.0.113.7', [`${seven} deny source`]],
    ['permit host 203.0.113.7', [`${seven} allow source`]],
    ['permit ip 203.0.113.7 203.0.113.8', [`${seven} allow source`, `${eight} allow destination`]],
    ['deny udp 203.0.113.7 203.0.113.8', [`${seven} deny source by udp`, `${eight} deny destination by udp`]],
    ['permit IPv6 host 203.0.113.7 any', [`${seven} allow source`]],
    ['permit icmp6 host 203.0.113.7 any', [`${seven} allow source by icmp6`]],
    ['permit ICMP any host 203.0.113.7', [`${seven} allow destination by icmp`]],
    ['permit tcp host 203.0.113.7 any', [`${seven} allow source by tcp`]],
    ['permit tcpip host 203.0.113.7 any', [`${seven} allow source`]],
    ['permit mptcp host 203.0.113.7 any', [`${seven} allow source`]],
    ['deny any', ['any = any deny source']],
    ['permit gre any any', ['any = any allow source by gre', 'any = any allow destination by gre']],
    ['access-list 101 extended remark permit esp 203.0.113.7 any', [`${seven} allow source by esp`]],
  ])('%s', (line, expected) =>
    expect(entriesOf(line)).toEqual(
      expected.map(entry => `1: ${entry.replace(/( by \w+)?$/, '$1')} #1 in 0`),
    ),
  );

  it.each([
    ['any eq 443', '443-443'],
    ['any EQ 80 443', '80-80+443-443'],
    ['any eq 80 443 log', '80-80+443-443'],
    ['any range 80 443', '80-443'],
    ['any Range 80 443 log', '80-443'],
    ['eq 1024 any eq 443', '443-443'],
    ['range 1024 2048 any eq 443', '443-443'],
    ['eq 1024 any', ''],
    ['any eq https', ''],
    ['any neq 443', ''],
    ['any orange 80 443', ''],
    ['any range 80', ''],
    ['any eq', ''],
  ])('of %s is about the ports of the destination', (rest, ports) =>
    expect(entriesOf(`permit tcp host 203.0.113.7 ${rest}`)).toEqual([
      ['1:', seven, 'allow source by tcp', ports, '#1 in 0'].filter(Boolean).join(' '),
    ]),
  );

  it('of a standard list may name ports behind its source', () =>
    expect(entriesOf('permit tcp 203.0.113.7 eq 443')).toEqual([
      `1: ${seven} allow source by tcp 443-443 #1 in 0`,
    ]));

  it.each([
    ['permits 203.0.113.7', [seven]],
    ['unpermit 203.0.113.7', [seven]],
    ['one two three four five six permit 203.0.113.7', [seven]],
    ['We permit 203.0.113.7, 203.0.113.8 and any', [seven, eight]],
    ['permit nobody', []],
  ])('is not any line with such a word: %s', (line, expected) =>
    expect(entriesOf(line)).toEqual(expected.map(entry => `1: ${entry} allow #1 in 0`)),
  );
});
