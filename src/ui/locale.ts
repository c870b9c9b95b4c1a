/**
 * How numbers and the reader's own time are written: as in the first of the reader's languages that the words of the
 * screens have, which is English of some country (docs/adr/0020-messages.md).
 */
export const locale = globalThis.navigator?.languages?.find(one => /^en\b/i.test(one)) ?? 'en-GB';

/** `12,345` as the reader writes it. */
export function numberText(number: number): string {
  return number.toLocaleString(locale);
}
