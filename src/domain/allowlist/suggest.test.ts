import { describe, expect, it } from 'vitest';
import { suggestServices } from './suggest.ts';
import { indexOf, readList, testService } from './testing.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18', '203.0.113.19'] }]);
const two = testService('two', [{ publicIPAddresses: ['198.51.100.24'] }]);
const suggested = (...lines: readonly string[]) =>
  suggestServices(readList(lines.join('\n')), { index: indexOf([one, two]) }).map(
    ({ service, addresses }) => `${service.name} ${addresses}`,
  );

describe('suggested services', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['are those that the list names', ['203.0.113.18'], ['one 1']],
    ['are none where it names no address of them', ['192.0.2.1', 'ApiManagement', 'api.contoso.com'], []],
    [
      'with the most addresses come first',
      ['203.0.113.18', '198.51.100.24', '198.51.100.0/24'],
      ['two 2', 'one 1'],
    ],
    ['with as many come by name', ['198.51.100.24', '203.0.113.18'], ['one 1', 'two 1']],
    ['count an entry once, however much of them it holds', ['203.0.113.18/31'], ['one 1']],
    [
      'do not come from ranges that hold more than a /24',
      ['203.0.113.0/24', '198.51.100.0/23', '0.0.0.0/0', 'any'],
      ['one 1'],
    ],
    [
      'come from the first two thousand entries',
      [...Array<string>(1_999).fill('192.0.2.1'), '203.0.113.18', '198.51.100.24'],
      ['one 1'],
    ],
  ])('%s', (_, lines, expected) => expect(suggested(...lines)).toEqual(expected));
});
