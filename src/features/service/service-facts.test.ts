import { describe, expect, it } from 'vitest';
import { platformText, tierText } from './service-facts.ts';

describe('tierText', () => {
  it.each([
    ['Premium', 6, 'Premium, 6 units'],
    ['Developer', 1, 'Developer, 1 unit'],
    ['StandardV2', 2, 'Standard v2, 2 units'],
    ['Consumption', 0, 'Consumption, no units'],
    ['Isolated9', null, 'Isolated9'],
    ['', null, 'Tier not reported'],
  ])('%s with %s reads %s', (tier, units, text) => expect(tierText({ tier, units })).toBe(text));
});

it('names every platform of the regions once', () => {
  const region = (platformVersion: string | null) => ({ platformVersion });
  const regions = [region('stv2.1'), region('stv2'), region('stv2.1'), region(null)];
  expect(platformText({ regions })).toBe('Platform stv2.1, stv2, not reported');
});
