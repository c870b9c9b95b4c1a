import { describe, expect, it } from 'vitest';
import { azureValue, flagOf, isAzureObject, listOf, member, textOf } from './azure-value.ts';

describe('azureValue', () => {
  it.each<[unknown, unknown]>([
    [null, null],
    [undefined, null],
    ['null', null],
    ['  ', null],
    ['Premium', 'Premium'],
    [' True ', 'True'],
    ['["1","2"]', ['1', '2']],
    ['{"a":"null","b":[null,1,true]}', { a: null, b: [null, 1, true] }],
    ['"quoted"', 'quoted'],
    ['[cut off', '[cut off'],
    [
      ['a', 'null'],
      ['a', null],
    ],
    [{ a: { b: 1 } }, { a: { b: 1 } }],
    [7, 7],
    [() => 1, null],
  ])('%j is read as %j', (written, read) => expect(azureValue(written, false)).toEqual(read));

  it.each<[unknown, unknown]>([
    ['Prem', undefined],
    ['["1","2', undefined],
    [['1'], undefined],
    ['["1"]', ['1']],
    ['null', null],
  ])('%j, cut short, is %j', (written, read) => expect(azureValue(written, true)).toEqual(read));
});

describe('parts of a value', () => {
  it('members are found whatever their case', () => {
    expect(member({ PublicIP: 'a' }, 'publicIp')).toBe('a');
    expect(member({}, 'publicIp')).toBeUndefined();
  });

  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['text', false],
    [undefined, false],
  ])('%j is an object: %s', (value, expected) => expect(isAzureObject(value)).toBe(expected));

  it.each([
    [undefined, undefined],
    [null, null],
    [3, '3'],
    [true, 'true'],
    [['a'], undefined],
  ])('the text of %j is %j', (value, expected) => expect(textOf(value)).toBe(expected));

  it.each([
    [undefined, undefined],
    [null, null],
    ['b, a,b', ['a', 'b']],
    [
      ['b', 2, null, ''],
      ['2', 'b'],
    ],
    ['', null],
    [[], null],
    [{ a: 1 }, undefined],
    [4, undefined],
  ])('the list of %j is %j', (value, expected) => expect(listOf(value)).toEqual(expected));

  it.each([
    [undefined, undefined],
    ['True', true],
    [true, true],
    ['no', false],
    [null, false],
  ])('the flag of %j is %j', (value, expected) => expect(flagOf(value)).toBe(expected));
});
