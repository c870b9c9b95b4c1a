import { describe, expect, it } from 'vitest';
import { readList } from '../testing.ts';

const notes = (rows: readonly string[], head = 'Name,Address,Access,Direction,Priority') =>
  readList([head, ...rows].join('\n')).notes;
const why = 'a network security group takes no such rule, and when it would decide is not known.';

describe('rows that cannot be rules of a network security group', () => {
  it.each([
    ['one', ['a,203.0.113.7,Allow,Inbound, '], [`Line 2 has no priority: ${why}`]],
    [
      'two',
      ['a,203.0.113.7,Allow,Inbound', ' ,203.0.113.8,Allow,Inbound,110', ',203.0.113.9,Deny,Inbound,120'],
      [`Line 2 has no priority: ${why}`, `Lines 3, 4 have no name: ${why}`],
    ],
    ['three', [',,,,', ',,,,', ',,,,'], [`Lines 2, 3, 4 have no name and no priority: ${why}`]],
    [
      'five',
      [',,,,', ',,,,', ',,,,', ',,,,', ',,,,'],
      [`Lines 2, 3, 4 and 2 more have no name and no priority: ${why}`],
    ],
    ['none', ['a,203.0.113.7,Allow,Inbound,100'], []],
  ])('are named, by line: %s', (_, rows, expected) => expect(notes(rows)).toEqual(expected));

  it.each([
    ['Access,Direction,Priority,Address', ['Allow,Inbound,,203.0.113.7'], [`Line 2 has no priority: ${why}`]],
    ['Direction,Access,Priority,Address', ['Inbound,Allow,,203.0.113.7'], [`Line 2 has no priority: ${why}`]],
    ['Priority,Access,Direction,Address', [',Allow,Inbound,203.0.113.7'], [`Line 2 has no priority: ${why}`]],
    ['Access,Priority,Address', ['Allow,,203.0.113.7'], []],
    ['Direction,Priority,Address', ['Inbound,,203.0.113.7'], []],
    ['Name,Access,Direction,Address', [',Allow,Inbound,203.0.113.7'], []],
    ['Full name,Access,Direction,Priority,Address', [',Allow,Inbound,100,203.0.113.7'], []],
    ['Names,Access,Direction,Priority,Address', [',Allow,Inbound,100,203.0.113.7'], []],
    [
      'Name,Access,Direction,Priority,Address',
      [',Allow,Inbound,100,203.0.113.7'],
      [`Line 2 has no name: ${why}`],
    ],
    [
      'Rule name,Access,Direction,Priority,Address',
      [',Allow,Inbound,100,203.0.113.7'],
      [`Line 2 has no name: ${why}`],
    ],
  ])('are looked for where the columns are those of such rules: %s', (head, rows, expected) =>
    expect(notes(rows, head)).toEqual(expected),
  );
});
