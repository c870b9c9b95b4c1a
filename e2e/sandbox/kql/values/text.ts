import { formatDatetime, formatTimespan } from './time.ts';
import type { KqlType } from './type.ts';

/** What `tostring()` makes of a value: null becomes the empty string. */
export function textOf(type: KqlType, value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'bigint') return type === 'datetime' ? formatDatetime(value) : formatTimespan(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A value as a part of dynamic data, which is JSON: times become text. */
export function jsonOf(type: KqlType, value: unknown): unknown {
  return typeof value === 'bigint' ? textOf(type, value) : (value ?? null);
}

/** A value as the service's answer carries it: times without trailing zeros. */
export function answerOf(type: KqlType, value: unknown): unknown {
  if (typeof value !== 'bigint') return value ?? null;
  const text = textOf(type, value);
  return type === 'datetime' ? text.replace(/\.?0+Z$/, 'Z') : text;
}
