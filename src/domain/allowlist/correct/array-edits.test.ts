import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../../former-address.ts';
import { judged, testService } from '../testing.ts';
import { correct } from './correct.ts';
import type { Ticks } from './taken-out.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18'] }]);
const two = testService('two', [{ publicIPAddresses: ['198.51.100.24'] }]);
const all: Ticks = { stale: true, wider: true, 'not-needed': true };
const former = ['203.0.113.7', '203.0.113.8', '203.0.113.9'].map(
  (address): FormerAddress => ({
    service: one.id,
    region: 'westeurope',
    kind: 'publicIPAddresses',
    address,
    from: 0,
    lastSeen: 1,
    goneBy: 2,
    cause: null,
  }),
);
const corrected = (text: string) => correct(judged({ text, chosen: [one, two], former }), all, new Map());

describe('a list in brackets', () => {
  it.each([
    [
      'the first two go',
      '["203.0.113.7", "203.0.113.8", "203.0.113.18", "198.51.100.24"]',
      '["203.0.113.18", "198.51.100.24"]',
    ],
    [
      'the last two go',
      '["203.0.113.18", "198.51.100.24", "203.0.113.7", "203.0.113.8"]',
      '["203.0.113.18", "198.51.100.24"]',
    ],
    [
      'one in the middle goes',
      '["203.0.113.18","203.0.113.7","198.51.100.24"]',
      '["203.0.113.18","198.51.100.24"]',
    ],
    [
      'one on each side goes, and one is added',
      '["203.0.113.7", "203.0.113.18", "203.0.113.8"]',
      '["203.0.113.18", "198.51.100.24/32"]',
    ],
    [
      'the last becomes narrower',
      '["203.0.113.18", "198.51.100.0/24"]',
      '["203.0.113.18", "198.51.100.24/32"]',
    ],
    [
      'the last becomes narrower, and one is added',
      '["198.51.100.0/24"]',
      '["198.51.100.24/32", "203.0.113.18/32"]',
    ],
    ['all of them go', '[ "203.0.113.7", "203.0.113.8" ]', '[ "198.51.100.24/32", "203.0.113.18/32" ]'],
    [
      'there is but one, on a line of its own',
      '[\r\n\t"203.0.113.18"\r\n]',
      '[\r\n\t"203.0.113.18",\r\n\t"198.51.100.24/32"\r\n]',
    ],
    [
      'comments stand between',
      "param allowed array = [\n  '203.0.113.18' // West\n  '203.0.113.7' // old\n  '198.51.100.0/24'\n]\n",
      "param allowed array = [\n  '203.0.113.18' // West\n  '198.51.100.24/32'\n]\n",
    ],
  ])('is corrected where %s', (_, text, expected) => expect(corrected(text).text).toBe(expected));

  it('is left empty where all of it goes and nothing is added there', () => {
    const text = JSON.stringify({
      old: ['203.0.113.7', '203.0.113.8'],
      now: ['203.0.113.18', '198.51.100.24'],
    });
    expect(JSON.parse(corrected(text).text)).toEqual({ old: [], now: ['203.0.113.18', '198.51.100.24'] });
  });

  it('keeps what is no address, each list by itself', () => {
    const text = JSON.stringify({
      allowedIps: ['203.0.113.7', 'partner', '203.0.113.18'],
      ipRules: ['198.51.100.24', '203.0.113.8'],
      labels: ['a', 'b'],
    });
    expect(JSON.parse(corrected(text).text)).toEqual({
      allowedIps: ['partner', '203.0.113.18'],
      ipRules: ['198.51.100.24'],
      labels: ['a', 'b'],
    });
  });
});
