import { expect, it } from 'vitest';
import { asOfText } from './as-of-text.ts';

const at = Date.parse('2026-11-22T23:59:58Z');

it('says the time alone on the same day', () => expect(asOfText(at, at + 1_000)).toBe('23:59:58 UTC'));

it('says the day as well from midnight UTC on', () =>
  expect(asOfText(at, at + 2_000)).toBe('22 Nov 2026, 23:59:58 UTC'));
