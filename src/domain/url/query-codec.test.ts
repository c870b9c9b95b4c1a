import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choiceField,
  entriesOf,
  type Field,
  flagField,
  formatQuery,
  isIsoTime,
  listField,
  QueryReader,
  textField,
  timeField,
} from './query-codec.ts';

function read<T>(field: Field<T>, search: string) {
  const reader = new QueryReader(search);
  return { value: reader.read(field), rest: reader.rest, problems: reader.problems };
}

describe('a query keeps what it is given', () => {
  it.each(['10.10', '10.0', '1e5', '0x10', 'true', 'null', '  a ', '+', '%', '%zz', 'a&b=c#d', '٣', '💧'])(
    'text %j comes back letter by letter',
    text =>
      expect(read(textField('q'), formatQuery(entriesOf(textField('q'), text)))).toMatchObject({
        value: text,
        problems: [],
      }),
  );

  it('any entries survive being written and read', () => {
    const entry = fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(entry), entries => {
        expect(new QueryReader(formatQuery(entries)).rest).toEqual(entries);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps unknown keys in their order', () =>
    expect(read(textField('q'), '?b=2&q=x&a=1&b=3').rest).toEqual([
      ['b', '2'],
      ['a', '1'],
      ['b', '3'],
    ]));

  it('leaves separators that a query may hold readable', () =>
    expect(formatQuery([['tag', 'env:prod/eu,x@y']])).toBe('?tag=env:prod/eu,x@y'));

  it('writes nothing for no entries', () => expect(formatQuery([])).toBe(''));

  it('writes a broken half of a character as the replacement character instead of throwing', () =>
    expect(formatQuery([['q', '\ud800']])).toBe('?q=%EF%BF%BD'));
});

describe('the kinds of field', () => {
  it('a list has each value once, without case, spelled as first written', () =>
    expect(read(listField('tier'), '?tier=Premium&tier=basic&tier=PREMIUM&tier=').value).toEqual([
      'Premium',
      'basic',
    ]));

  it('a list says which values it left out', () => {
    const field = listField('n', 'is no digit', value => (/^\d$/.test(value) ? value : undefined));
    expect(read(field, '?n=1&n=x')).toMatchObject({
      value: ['1'],
      problems: [{ key: 'n', value: 'x', reason: 'is no digit' }],
    });
  });

  const tab = choiceField('tab', ['addresses', 'json'], 'addresses');
  it.each([
    ['', 'addresses', 0],
    ['?tab=JSON', 'json', 0],
    ['?tab=', 'addresses', 0],
    ['?tab=x', 'addresses', 1],
    ['?tab=json&tab=addresses', 'json', 1],
  ])('a choice reads %j as %s with %i notices', (search, value, notices) => {
    const result = read(tab, search);
    expect([result.value, result.problems.length]).toEqual([value, notices]);
  });
  it('a choice leaves its default out', () => expect(entriesOf(tab, 'addresses')).toEqual([]));

  it.each([
    ['?risk=1', true, 0],
    ['?risk=TRUE', true, 0],
    ['?risk=0', false, 0],
    ['?risk=', false, 0],
    ['?risk=yes', false, 1],
  ])('a switch reads %j as %s with %i notices', (search, value, notices) => {
    const result = read(flagField('risk'), search);
    expect([result.value, result.problems.length]).toEqual([value, notices]);
  });

  it.each([
    ['2026-11-22', true],
    ['2026-11-22T10:00Z', true],
    ['2026-11-22t10:00:00.1234567z', true],
    ['2026-11-22T10:00:00+01:00', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-02-30T00:00:00Z', false],
    ['2026-13-01', false],
    ['22 Nov 2026', false],
    ['2026', false],
    ['', false],
  ])('%j as a time: %s', (text, valid) => expect(isIsoTime(text)).toBe(valid));

  it('a time that is none falls back with a notice', () =>
    expect(read(timeField('at'), '?at=yesterday')).toMatchObject({
      value: null,
      problems: [{ value: 'yesterday' }],
    }));

  it('no query makes a field throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        for (const search of [text, `?a=${text}&tab=${text}`]) {
          read(textField('a'), search);
          read(listField('a'), search);
          read(flagField('a'), search);
          read(timeField('a'), search);
          read(tab, search);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
