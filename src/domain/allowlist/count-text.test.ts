import { expect, it } from 'vitest';
import { countText } from './count-text.ts';

it.each([
  [0n, '0'],
  [254n, '254'],
  [65_534n, '65,534'],
  [999_999n, '999,999'],
  [1_000_000n, '1 million'],
  [16_777_215n, '16.8 million'],
  [4_294_967_295n, '4,295 million'],
  [100_000_000_000n, '100,000 million'],
  [1_000_000_000_000n, 'about 10^12'],
  [(1n << 128n) - 1n, 'about 10^38'],
])('%s addresses are written as %s', (count, text) => expect(countText(count)).toBe(text));
