import { describe, expect, it } from 'vitest';
import { readList } from '../testing.ts';
import { entriesOf, problemsOf } from './testing.ts';

describe('directives of nginx', () => {
  it('are read whole, the first that fits deciding within its block', () => {
    const text = [
      'allow 203.0.113.1;  # allow 203.0.113.99; }',
      'server { root "/a;b{c"; location / {',
      '    allow "203.0.113.7"; DENY \'203.0.113.0/24\';',
      '  }',
      "  deny all; set $x 'it\\'s; deny 1.1.1.1;'; }",
      'allow 2001:db8::/48;',
    ].join('\n');
    const entry = (line: number, place: string, rest: string) =>
      `${line}: ${place} = ${rest.replace('#', `#${text.indexOf(place)}`)}`;
    expect(entriesOf(text)).toEqual([
      entry(1, '203.0.113.1', 'range 203.0.113.1 allow source # @block 0 in 0'),
      entry(3, '"203.0.113.7"', 'range 203.0.113.7 allow source # @block 2 in 1'),
      entry(3, "'203.0.113.0/24'", 'range 203.0.113.0/24 deny source # @block 2 in 1'),
      entry(5, 'all', 'any deny source # @block 1 in 2').replace(/#\d+/, `#${text.indexOf('all; set')}`),
      entry(6, '2001:db8::/48', 'range 2001:db8::/48 allow source # @block 0 in 0'),
    ]);
    const { entries: _, ...rest } = readList(text);
    expect(rest).toEqual({
      text,
      format: 'nginx',
      lines: text.split('\n'),
      groups: [{ kind: 'lines' }, { kind: 'lines' }, { kind: 'lines' }],
      problems: [],
      notes: ['The list has several blocks. An address counts as allowed where one of them allows it.'],
    });
  });

  it('in one block need no note', () =>
    expect(readList('http { }\nallow 203.0.113.7; allow 203.0.113.8;')).toMatchObject({
      groups: [{ kind: 'lines' }],
      notes: [],
    }));

  it('are none within quotes', () =>
    expect(readList('"\nallow 203.0.113.7;\n"')).toMatchObject({
      format: 'nginx',
      entries: [],
      groups: [{ kind: 'lines' }],
    }));

  it('without an address are named', () => {
    const text = '  allow 203.0.113.999;\n{ deny unix:; }';
    expect(problemsOf(text)).toEqual(['1: not a valid address', '2: no address in this directive']);
  });

  it.each([
    'allow 203.0.113.7;',
    'allow 203.0.113.7; allow; deny 10.0.0.1 10.0.0.2; proxy_pass 10.0.0.3; allowed 10.0.0.4;',
    'allow 203.0.113.7; "deny" { 10.0.0.1; } } deny 10.0.0.2',
    'set $a "x;y" deny 10.0.0.1;\nallow 203.0.113.7;',
  ])('of other kinds say nothing: %s', text =>
    expect(readList(text).entries).toMatchObject([{ action: 'allow', scope: 'block 0' }]),
  );

  it('behind a bracket too many stand in the outermost block', () =>
    expect(readList('allow 203.0.113.7; } } allow 203.0.113.8;').entries).toMatchObject([
      { scope: 'block 0', group: 0 },
      { scope: 'block 0', group: 0 },
    ]));
});
