import { describe, expect, it } from 'vitest';
import { readListSteps } from '../read-list.ts';
import { readList } from '../testing.ts';
import { entriesOf, problemsOf } from './testing.ts';

const seven = '203.0.113.7 = range 203.0.113.7';
const plain = (line: string) => entriesOf(line).map(entry => entry.replace(/^1: | allow #1 in 0$/g, ''));

describe('plain text', () => {
  it('is read whole', () => {
    const text = '# office\n  203.0.113.7 and 203.0.113.8\n\nnobody\r\nSql.WestEurope';
    const { entries, ...rest } = readList(text);
    const terms = {
      action: 'allow',
      side: null,
      protocol: null,
      ports: null,
      scope: '',
      idle: null,
      group: 0,
    };
    expect(entries).toEqual([
      { ...terms, order: 2, line: 2, from: 11, to: 22, value: { kind: 'range', range: expect.anything() } },
      { ...terms, order: 2, line: 2, from: 27, to: 38, value: { kind: 'range', range: expect.anything() } },
      { ...terms, order: 5, line: 5, from: 48, to: 62, value: { kind: 'tag', name: 'Sql.WestEurope' } },
    ]);
    expect(rest).toEqual({
      text,
      format: 'text',
      lines: text.split(/\r?\n/),
      groups: [{ kind: 'lines' }],
      problems: [{ line: 4, problem: 'no address on this line' }],
      notes: [],
    });
  });

  it.each(['#', '//', '!', '--', ';', 'rem ', 'REM ', '  # ', '\t!'])(
    'takes %j for the sign of a comment',
    sign => {
      expect(readList(`${sign}203.0.113.7`)).toMatchObject({ entries: [], problems: [] });
    },
  );

  it.each([
    ['203.0.113.7 # 203.0.113.8', [seven]],
    ['203.0.113.7 #was 203.0.113.8', [seven]],
    ['203.0.113.7#203.0.113.8', [seven]],
    ['203.0.113.7 // 203.0.113.8', [seven]],
    ['203.0.113.7 //', [seven]],
    ['203.0.113.7 //203.0.113.8', [seven]],
    ['remote 203.0.113.7', [seven]],
    ['office -- 203.0.113.7', [seven]],
  ])('leaves out the comment of %j', (line, expected) => expect(plain(line)).toEqual(expected));

  it.each([
    ...[
      'deny',
      'Denied',
      'drop',
      'reject:',
      'refuse',
      '  block',
      'rule action=block',
      'action : "Block"',
    ].map(words => [words, 'deny'] as const),
    ...['denial', 'undrop', 'dropped', 'our block', 'action=unblock', 'blocks', 'transaction = block'].map(
      words => [words, 'allow'] as const,
    ),
  ])('of %j is a rule to %s', (words, action) =>
    expect(readList(`${words} ; 203.0.113.7`).entries).toMatchObject([{ action }]),
  );

  it.each([
    ['any', ['any = any']],
    ['*', ['* = any']],
    ['any of 203.0.113.7', [seven]],
    [
      'host.contoso.com, Sql and Storage.WestEurope',
      [
        'host.contoso.com = host host.contoso.com',
        'Sql = tag Sql',
        'Storage.WestEurope = tag Storage.WestEurope',
      ],
    ],
    ['API.Contoso.com', ['API.Contoso.com = host api.contoso.com']],
    ['v1.2 of x.b1', []],
    ['Office.', []],
  ])('holds values among words: %s', (line, expected) => expect(plain(line)).toEqual(expected));

  it('names the first thing on a line that looks as if an address was meant', () =>
    expect(problemsOf('see 203.0.113.999\n203.0.113.7 203.0.113.999\nsee\n#')).toEqual([
      '1: not a valid address',
      '3: no address on this line',
    ]));

  it('is read in steps of 500 lines', () => {
    const steps = readListSteps('203.0.113.7\n'.repeat(1_100));
    let count = 0;
    while (!steps.next().done) count++;
    expect(count).toBe(2);
  });
});

describe('a word of a line', () => {
  it.each([
    ['203.0.113.7.', seven],
    ['203.0.113.7:', seven],
    ['203.0.113.7...', seven],
    ['203.0.113.7:443', seven],
    ['203.0.113.7:443.', seven],
    ['host.contoso.com:65535', 'host.contoso.com = host host.contoso.com'],
    ['2001:db8::', '2001:db8:: = range 2001:db8::'],
    ['2001:db8::.', '2001:db8:: = range 2001:db8::'],
    ['2001:db8::7:', '2001:db8::7 = range 2001:db8::7'],
    ...['"', "'", '`', '(', ')', '[', ']', '{', '}', '<', '>', '=', '|', ','].map(sign => [
      `x${sign}203.0.113.7${sign}y`,
      seven,
    ]),
  ])('%s', (line, expected) => expect(plain(line)).toEqual([expected]));

  it.each(['203.0.113.7:443210', '203.0.113.7:x', '203.0.113.7:80:80'])(
    '%s is no address with a port',
    line => expect(plain(line)).toEqual([]),
  );
});

describe('several words of a line', () => {
  it.each([
    ['a 10.0.0.1 - 10.0.0.9 b', '10.0.0.1 - 10.0.0.9 = range 10.0.0.1-10.0.0.9'],
    ['10.0.0.1  \u2013  10.0.0.9.', '10.0.0.1  \u2013  10.0.0.9 = range 10.0.0.1-10.0.0.9'],
    ['a 198.51.100.0 255.255.255.0 b', '198.51.100.0 255.255.255.0 = range 198.51.100.0/24'],
    ['198.51.100.0, 255.255.255.0', '198.51.100.0, 255.255.255.0 = range 198.51.100.0/24'],
    ['198.51.100.0 0.0.0.255', '198.51.100.0 0.0.0.255 = range 198.51.100.0/24'],
    ['10.16.0.0 255.240.0.0', '10.16.0.0 255.240.0.0 = range 10.16.0.0/12'],
    ['10.16.0.0 0.15.255.255', '10.16.0.0 0.15.255.255 = range 10.16.0.0/12'],
    ['203.0.113.7 255.255.255.255', '203.0.113.7 255.255.255.255 = range 203.0.113.7'],
  ])('%s are one range', (line, expected) => expect(plain(line)).toEqual([expected]));

  it.each([
    ['10.0.0.1 - b', ['10.0.0.1 = range 10.0.0.1']],
    ['a - 10.0.0.1', ['10.0.0.1 = range 10.0.0.1']],
    ['10.0.0.1 -- 10.0.0.9', ['10.0.0.1 = range 10.0.0.1', '10.0.0.9 = range 10.0.0.9']],
    ['10.0.0.1 to 10.0.0.9', ['10.0.0.1 = range 10.0.0.1', '10.0.0.9 = range 10.0.0.9']],
    ['10.0.0.1 255.0.255.0', ['10.0.0.1 = range 10.0.0.1', '255.0.255.0 = range 255.0.255.0']],
    ['10.0.0.1 0.0.0.0', ['10.0.0.1 = range 10.0.0.1', '0.0.0.0 = range 0.0.0.0']],
    ['10.0.0.1 0.255.0.255', ['10.0.0.1 = range 10.0.0.1', '0.255.0.255 = range 0.255.0.255']],
    ['10.0.0.1 254.0.0.0', ['10.0.0.1 = range 10.0.0.1', '254.0.0.0 = range 254.0.0.0']],
    ['10.0.0.1 255.255.255.999', ['10.0.0.1 = range 10.0.0.1']],
    ['mask 255.255.255.0', ['255.255.255.0 = range 255.255.255.0']],
    ['10.0.0.0/24 255.255.255.0', ['10.0.0.0/24 = range 10.0.0.0/24', '255.255.255.0 = range 255.255.255.0']],
  ])('%s are not one range', (line, expected) => expect(plain(line)).toEqual(expected));
});
