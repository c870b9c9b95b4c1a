import { describe, expect, it } from 'vitest';
import { causeWords } from '../cause-words.ts';
import { causeLabel, causeText } from './cause-texts.ts';
import { causeCodes } from './causes.ts';

describe('words of causes', () => {
  it.each(causeCodes)('has words, a sentence and a page of Microsoft or none for %s', code => {
    const { label } = causeWords(code);
    expect(label).not.toBe(code);
    expect(label.length).toBeLessThanOrEqual(30);
    const { text, link } = causeText(code, false);
    expect(text).toMatch(/^[A-Z].*\.$/);
    if (link !== null) expect(link).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\//);
  });

  it('has a short name of its own for each', () => {
    expect(new Set(causeCodes.map(code => causeLabel(code, false))).size).toBe(causeCodes.length);
  });

  it('says deleted only where Azure recorded it', () => {
    expect(causeLabel('gone', true)).toBe('Deleted');
    expect(causeLabel('gone', false)).toBe('No longer there');
    expect(causeText('gone', true)).toEqual({
      ...causeText('gone', false),
      text: 'The service was deleted: Azure recorded it.',
    });
    expect(causeText('gone', false).text).not.toContain('recorded');
    expect(causeLabel('recreated', true)).toBe('Recreated');
    expect(causeText('recreated', true)).toEqual(causeText('recreated', false));
  });
});
