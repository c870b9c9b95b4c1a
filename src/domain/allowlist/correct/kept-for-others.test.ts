import { describe, expect, it } from 'vitest';
import { keptForWords, keptOnLine, singleText } from './kept-for-others.ts';

const kept = (cidr: string, ...owners: readonly string[]) => ({ cidr, owners });

describe('what is kept for others', () => {
  it.each([
    [[kept('203.0.113.7/32', 'a')], 'kept for a'],
    [[kept('203.0.113.7/32', 'a'), kept('203.0.113.8/32', 'a', 'b')], 'kept for a and b'],
    [[kept('203.0.113.0/24', 'a', 'b', 'c', 'd')], 'kept for a, b and 2 more'],
    [[kept('10.0.0.0/8')], 'kept: a service has it now'],
  ])('is said with the names: %j', (values, words) => expect(keptForWords(values)).toBe(words));

  it('is found on the line that writes it, whole', () => {
    const values = [kept('203.0.113.7/32', 'a'), kept('203.0.113.16/28', 'b'), kept('2001:db8::1/128', 'c')];
    const byText = new Map(values.map(one => [singleText(one.cidr), one]));
    const on = (line: string) => keptOnLine(line, byText).map(({ cidr }) => cidr);
    expect(on('  allow 203.0.113.7;')).toEqual(['203.0.113.7/32']);
    expect(on('["203.0.113.7/32", "203.0.113.16/28"]')).toEqual(['203.0.113.7/32', '203.0.113.16/28']);
    expect(on('x,203.0.113.75,443')).toEqual([]);
    expect(on('2001:db8::1')).toEqual(['2001:db8::1/128']);
  });
});
