/** Ticks of 100 ns: what KQL counts time in. */
export const ticksPerMs = 10_000n;

const ticksPerSecond = 10_000_000n;

const ticksPerUnit: readonly (readonly [RegExp, bigint])[] = [
  [/^d/, 864_000_000_000n],
  [/^h/, 36_000_000_000n],
  [/^(?:m|min|minutes?)$/, 600_000_000n],
  [/^s/, ticksPerSecond],
  [/^(?:ms|milli)/, ticksPerMs],
  [/^micro/, 10n],
  [/^tick/, 1n],
];

const instant =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?$/i;

/**
 * Reads an ISO 8601 time as ticks from 1970; without an offset it is UTC. Null for text that is none, and for
 * the other notations that KQL knows (RFC 822, US dates).
 */
export function parseDatetime(text: string): bigint | null {
  const found = instant.exec(text.trim());
  if (found === null) return null;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(group => Number(found[group] ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day === 0 ? 1 : day);
  date.setUTCHours(hour ?? 0, minute, second);
  const rolledOver =
    date.getUTCMonth() + 1 !== month ||
    (day !== 0 && date.getUTCDate() !== day) ||
    date.getUTCHours() !== hour ||
    date.getUTCMinutes() !== minute ||
    date.getUTCSeconds() !== second;
  if (rolledOver || year === 0) return null;
  return BigInt(date.getTime()) * ticksPerMs + fraction(found[7]) - offsetTicks(found[8]);
}

function fraction(digits: string | undefined): bigint {
  return BigInt((digits ?? '').padEnd(7, '0').slice(0, 7));
}

function offsetTicks(offset: string | undefined): bigint {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(offset ?? '');
  if (found === null) return 0n;
  const ticks = (BigInt(found[2] ?? 0) * 60n + BigInt(found[3] ?? 0)) * 60n * ticksPerSecond;
  return found[1] === '-' ? -ticks : ticks;
}

/** Reads a number with its unit (`1.5h`, `14d`) as ticks; null for other text. */
export function parseUnits(text: string): bigint | null {
  const found = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([a-z]+)$/i.exec(text.trim());
  const scale = ticksPerUnit.find(([pattern]) => pattern.test((found?.[2] ?? '').toLowerCase()))?.[1];
  if (found === null || scale === undefined) return null;
  const ticks = Number(found[1]) * Number(scale);
  return Number.isFinite(ticks) ? BigInt(Math.round(ticks)) : null;
}

/** Reads `[-][d.]hh:mm[:ss[.fffffff]]`, a number with its unit, or days as a plain number. */
export function parseTimespan(text: string): bigint | null {
  const trimmed = text.trim();
  const clock = /^(-?)(?:(\d{1,8})\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,7}))?)?$/.exec(trimmed);
  if (clock !== null) {
    const [days, hours, minutes, seconds] = [2, 3, 4, 5].map(group => BigInt(clock[group] ?? 0));
    if ((hours ?? 0n) > 23n || (minutes ?? 0n) > 59n || (seconds ?? 0n) > 59n) return null;
    const whole = (((days ?? 0n) * 24n + (hours ?? 0n)) * 60n + (minutes ?? 0n)) * 60n + (seconds ?? 0n);
    const ticks = whole * ticksPerSecond + fraction(clock[6]);
    return clock[1] === '-' ? -ticks : ticks;
  }
  return /^\d{1,8}$/.test(trimmed) ? parseUnits(`${trimmed}d`) : parseUnits(trimmed);
}

/** ISO 8601 in UTC with seven decimals: what `tostring()` gives. */
export function formatDatetime(ticks: bigint): string {
  const rest = ((ticks % ticksPerSecond) + ticksPerSecond) % ticksPerSecond;
  const date = new Date(Number((ticks - rest) / ticksPerMs));
  if (Number.isNaN(date.getTime())) return '';
  return `${date.toISOString().slice(0, -5)}.${rest.toString().padStart(7, '0')}Z`;
}

/** `[-][d.]hh:mm:ss[.fffffff]`. */
export function formatTimespan(ticks: bigint): string {
  const size = ticks < 0n ? -ticks : ticks;
  const two = (value: bigint) => value.toString().padStart(2, '0');
  const seconds = size / ticksPerSecond;
  const days = seconds / 86_400n;
  const clock = `${two((seconds / 3_600n) % 24n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
  const rest = size % ticksPerSecond;
  const decimals = rest === 0n ? '' : `.${rest.toString().padStart(7, '0')}`;
  return `${ticks < 0n ? '-' : ''}${days === 0n ? '' : `${days}.`}${clock}${decimals}`;
}
