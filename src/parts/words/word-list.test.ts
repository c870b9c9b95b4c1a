import { expect, it } from 'vitest';
import { docs } from '../../domain/guidance/docs.ts';
import { wordOf, words } from './word-list.ts';

it('explains each word once, in a sentence or two that a line can hold', () => {
  expect(new Set(words.map(({ word }) => word)).size).toBe(words.length);
  for (const { key, meaning } of words) {
    expect(wordOf(key).meaning).toBe(meaning);
    expect(meaning).toMatch(/\.$/);
    expect(meaning.length).toBeLessThan(200);
  }
});

it('names a page of Microsoft for every word that is Azure’s', () => {
  const pages: ReadonlySet<string | undefined> = new Set(Object.values(docs));
  const own = words.filter(({ docs: page }) => !pages.has(page)).map(({ key }) => key);
  expect(own).toEqual(['unexplained']);
});
