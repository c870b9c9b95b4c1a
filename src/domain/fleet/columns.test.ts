import { describe, expect, it } from 'vitest';
import { columnLabel, inTableOrder, readColumn, tagValue } from './columns.ts';

describe('a column’s id', () => {
  it.each([
    ['tier', 'tier'],
    ['TIER', 'tier'],
    ['Tag:Owner', 'tag:Owner'],
    ['tag:a\nb', 'tag:a\nb'],
    ['tag:', undefined],
    ['my-tag:x', undefined],
    ['weight', undefined],
    ['', undefined],
  ])('%j is %j', (text, column) => expect(readColumn(text)).toBe(column));
});

describe('columns', () => {
  it('stand in one order, the tags behind the others in the order of choice', () =>
    expect(inTableOrder(['tag:b', 'status', 'tag:a', 'tier'])).toEqual(['tier', 'status', 'tag:b', 'tag:a']));

  it('are named after their tag, whose hidden characters are shown', () =>
    expect(columnLabel('tag:a\u200bb')).toBe('a[U+200B]b'));
});

describe('the value of a tag', () => {
  it.each([
    ['tag:owner', { Env: 'prod', Owner: 'me' }, 'me'],
    ['tag:owner', { Owner: 'me', owner: 'you' }, 'you'],
    ['tag:constructor', {}, undefined],
    ['tag:owner', { 'owner-2': 'me' }, undefined],
  ] as const)('%s of %j is %j', (column, tags, value) => expect(tagValue(tags, column)).toBe(value));
});
