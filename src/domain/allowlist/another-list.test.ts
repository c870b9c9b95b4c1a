import { describe, expect, it } from 'vitest';
import { isAnotherList } from './another-list.ts';

const list = '# partner\n203.0.113.7/32\n198.51.100.0/24\n';

describe('a text that takes the place of a list', () => {
  it.each([
    ['cleared', list, ''],
    ['blank', list, ' \n'],
    ['the first one', '', list],
    ['the first one in the place of blanks', ' \n', list],
    ['another one', list, '192.0.2.40/31\n10.20.1.5\n10.0.0.0/8\n'],
    ['of another format', list, '["192.0.2.40/31"]'],
  ])('is another list: %s', (_, before, after) => expect(isAnotherList(before, after)).toBe(true));

  it.each([
    ['nothing changed', list, list],
    ['a character more', list, list.replace('/24', '/245')],
    ['the only line changed', '203.0.113.0/24', '203.0.113.0/2'],
    ['the first character of the only line changed', '203.0.113.0/24', '103.0.113.0/24'],
    ['half of the only line changed', '10.1.2.3', '10.17.8.9'],
    ['much written behind the only line', '203.0.113.7', `203.0.113.7 ${'192.0.2.1 '.repeat(20)}`],
    ['a line taken out', list, list.replace('203.0.113.7/32\n', '')],
    ['the same lines in another order', list, '198.51.100.0/24\n203.0.113.7/32\n# partner'],
    ['its corrected form', '203.0.113.7/32\r\n10.0.0.0/8', '192.0.2.1\n192.0.2.2\n192.0.2.3\n10.0.0.0/8'],
    [
      'one line indented, the others new',
      '203.0.113.7/32\n10.0.0.0/8',
      '192.0.2.1\n192.0.2.2\n  10.0.0.0/8 \n192.0.2.3\n192.0.2.4',
    ],
    ['much pasted into it', '203.0.113.7', `203.0.113.7\n${'192.0.2.1\n'.repeat(200)}`],
  ])('is the same list: %s', (_, before, after) => expect(isAnotherList(before, after)).toBe(false));
});
