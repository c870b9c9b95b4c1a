import { describe, expect, it } from 'vitest';
import type { RuleFormat, RuleText } from '../../domain/rule-text/types.ts';
import { askedFormat, openFormat } from './format-text.ts';

const text: RuleText = { kind: 'text', text: '', count: 1, notes: [], fileName: 'f', mediaType: 'm' };
const cannot: RuleText = { kind: 'cannot', reason: 'r' };
const of = (id: RuleFormat, held: RuleText) => ({ id, label: id, text: held });

describe('openFormat', () => {
  it.each([
    ['the one that is asked for', [of('nsg', text), of('csv', text)], 'csv', 'csv'],
    ['the one that is asked for, with its reason', [of('nsg', cannot), of('csv', text)], 'nsg', 'nsg'],
    ['the first that can hold the answer', [of('nsg', cannot), of('csv', text)], undefined, 'csv'],
    ['no JSON where no rule is printed', [of('nsg', cannot), of('json', text)], undefined, 'nsg'],
  ] as const)('opens %s', (_, texts, asked, open) => expect(openFormat(texts, asked)?.id).toBe(open));
});

it.each([
  ['bicep', 'bicep'],
  ['constructor', undefined],
  [null, undefined],
])('reads %j of a link as %j', (asked, format) => expect(askedFormat(asked)).toBe(format));
