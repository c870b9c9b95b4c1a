/** How far two clocks may differ before their order counts: five minutes, in milliseconds. */
export const clockTolerance = 5 * 60_000;

const isoTime = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Milliseconds since 1970 of an ISO 8601 time with a zone; NaN for any other text. Azure writes up to seven fraction digits; three count. */
export function instantOf(iso: string): number {
  const [, whole, fraction = '', zone = ''] = isoTime.exec(iso) ?? [];
  return whole === undefined
    ? Number.NaN
    : Date.parse(`${whole}${fraction.slice(0, 4)}${zone}`.toUpperCase());
}

/** The one spelling of an instant in records: UTC, milliseconds only where they are not zero. */
export function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** The same instant in the spelling of {@link isoOf}; a text that is no time stays as it is. */
export function canonicalTime(iso: string): string {
  const instant = instantOf(iso);
  return Number.isNaN(instant) ? iso : isoOf(instant);
}
