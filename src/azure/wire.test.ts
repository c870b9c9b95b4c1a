import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { flag, looseList, looseMap, looseNumber, looseText, part, required, text, texts } from './wire.ts';

const hidden = 'a\u202eb';
const shown = 'a[U+202E]b';
const problem = Symbol('a problem of the row');
const read = (schema: v.GenericSchema, value: unknown): unknown => {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : problem;
};

describe('a value of Azure’s JSON', () => {
  it.each<[string, v.GenericSchema, unknown, unknown]>([
    ['a text that must be there', required, 'x', 'x'],
    ['a text that must be there, with what hides in it', required, hidden, shown],
    ['no text where one must be', required, null, problem],
    ['a text', text, 'x', 'x'],
    ['a text with what hides in it', text, hidden, shown],
    ['an empty text', text, '', null],
    ['a text of null', text, null, null],
    ['no text', text, undefined, null],
    ['a number for a text', text, 5, problem],
    ['a text that does not matter', looseText, 'x', 'x'],
    ['a number for a text that does not matter', looseText, 5, null],
    ['a number', looseNumber, 5, 5],
    ['no number', looseNumber, undefined, null],
    ['a text for a number', looseNumber, '5', null],
    ['true', flag, true, true],
    ['false', flag, false, false],
    ['true as a text', flag, 'true', true],
    ['True as a text', flag, 'True', true],
    ['False as a text', flag, 'False', false],
    ['no flag', flag, null, false],
    ['another text for a flag', flag, 'yes', problem],
    ['texts', texts, ['x', null, '', hidden], ['x', shown]],
    ['no texts', texts, null, []],
    ['a text for texts', texts, 'x', problem],
    ['a list', looseList(v.number()), [1, 'x', 2], [1, 2]],
    ['no list', looseList(v.number()), undefined, []],
    ['an object for a list', looseList(v.number()), { 0: 1 }, []],
    ['a part', part({ a: v.number() }), { a: 1, b: 2 }, { a: 1 }],
    ['no part', part({ a: v.number() }), undefined, null],
    ['a part of another shape', part({ a: v.number() }), { a: 'x' }, problem],
    [
      'a map of texts',
      looseMap,
      { a: 'x', [hidden]: hidden, n: 5, t: true, o: {}, l: [], z: null, u: undefined },
      { a: 'x', [shown]: shown, n: '5', t: 'true' },
    ],
    ['no map', looseMap, undefined, {}],
    ['a null for a map', looseMap, null, {}],
    ['a list for a map', looseMap, ['x'], {}],
    ['a text for a map', looseMap, 'x', {}],
  ])('reads %s', (_, schema, value, expected) => expect(read(schema, value)).toEqual(expected));

  it('reaches no prototype by a key of a map', () => {
    const map = v.parse(looseMap, JSON.parse('{"__proto__": "x", "a": "y"}'));
    expect(Object.entries(map)).toEqual([
      ['__proto__', 'x'],
      ['a', 'y'],
    ]);
  });
});
