import { describe, expect, it } from 'vitest';
import { causeClass, causeWords, causeWordsOf } from './cause-words.ts';
import { causeCodes } from './causes.ts';

describe('causeWords', () => {
  it.each(causeCodes)('has words, a look and a page of Microsoft or none for %s', code => {
    const { short, text, link } = causeWords(code);
    expect(short.length).toBeLessThanOrEqual(30);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(causeClass(code)).toMatch(/^cause-[a-z-]+$/);
    if (link !== null) expect(link).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
  });

  it('has a short name of its own for each', () => {
    expect(new Set(causeCodes.map(code => causeWords(code).short)).size).toBe(causeCodes.length);
  });

  it('says deleted only where Azure recorded it', () => {
    expect(causeWordsOf('gone', true).short).toBe('Deleted');
    expect(causeWordsOf('gone', false).short).toBe('No longer there');
    expect(causeWordsOf('recreated', true)).toEqual(causeWords('recreated'));
  });
});
