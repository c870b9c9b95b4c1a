import { textOf } from './text.ts';
import { parseDatetime, parseTimespan } from './time.ts';
import { isNumeric, type KqlType } from './type.ts';

/**
 * Converts a value to a type as KQL's `to...()` functions do; null where it cannot be (for strings: empty).
 * `from` is the value's type.
 */
export function convert(to: KqlType, from: KqlType, value: unknown): unknown {
  if (to === 'string') return textOf(from, value);
  if (value === null || value === undefined) return null;
  if (to === 'dynamic' || to === from) return value;
  if (to === 'bool') return toBool(value);
  if (to === 'datetime') return from === 'datetime' ? value : parsed(value, parseDatetime);
  if (to === 'timespan') return from === 'timespan' ? value : parsed(value, parseTimespan);
  return toNumber(to, value);
}

/**
 * A dynamic value read as a type without conversion: null where it holds another one. JSON has no times, so for
 * those its text is read.
 */
export function held(type: KqlType, value: unknown): unknown {
  if (type === 'string') return textOf('dynamic', value);
  if (type === 'dynamic') return value ?? null;
  if (type === 'bool') return typeof value === 'boolean' ? value : null;
  return isNumeric(type) ? (typeof value === 'number' ? value : null) : convert(type, 'dynamic', value);
}

function parsed(value: unknown, parse: (text: string) => bigint | null): bigint | null {
  return typeof value === 'string' ? parse(value) : null;
}

function toBool(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? null : value !== 0;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (word === 'true' || word === 'false') return word === 'true';
  const number = numberIn(word);
  return number === null ? null : number !== 0;
}

function toNumber(to: KqlType, value: unknown): number | null {
  const number = numberFrom(value);
  if (number === null || to === 'real') return number;
  if (!Number.isFinite(number)) return null;
  const whole = Math.trunc(number);
  const fits = to === 'int' ? whole === (whole | 0) : Number.isSafeInteger(whole);
  return fits ? whole + 0 : null;
}

function numberFrom(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' ? numberIn(value.trim()) : null;
}

function numberIn(text: string): number | null {
  const isNumber = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) || /^0x[\da-f]+$/i.test(text);
  return isNumber ? Number(text) : null;
}
