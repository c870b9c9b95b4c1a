import { describe, expect, it } from 'vitest';
import { isRefusal, portSpans } from './rule-words.ts';

describe('an action', () => {
  it.each([...['Deny', 'denied', 'BLOCK', 'blocked', 'drop', 'reject', 'refuse', 'disallow', ' deny ']])(
    '%j refuses',
    text => expect(isRefusal(text)).toBe(true),
  );

  it.each(['Allow', '', 'not deny', 'deny list', 'none'])('%j does not', text =>
    expect(isRefusal(text)).toBe(false),
  );
});

describe('ports', () => {
  const span = (first: number, last = first) => ({ first, last });

  it.each([
    [['443'], [span(443)]],
    [['80-443'], [span(80, 443)]],
    [['80  -  443'], [span(80, 443)]],
    [
      [' 80 , 443,', '1-2'],
      [span(80), span(443), span(1, 2)],
    ],
    [['65535'], [span(65_535)]],
    [['*'], null],
    [['443', '*'], null],
    [['655350'], null],
    [['1-655350'], null],
    [['x443'], null],
    [['https'], null],
    [['443-'], null],
    [[''], null],
    [[], null],
  ])('%j', (texts, expected) => expect(portSpans(texts)).toEqual(expected));
});
