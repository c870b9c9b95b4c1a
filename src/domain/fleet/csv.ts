import { visibleText } from '../visible-text.ts';

/**
 * A cell that a spreadsheet would run as a formula: it begins with one of these, also in their full-width form, also
 * behind white space. Source: OWASP, "CSV Injection".
 */
const formula = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** RFC 4180 with a byte order mark, without which Excel reads UTF-8 as the system's code page. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`;
}

/** One row with its end. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(csvCell).join(',')}\r\n`;
}

/** A cell that stays text and hides nothing: an apostrophe stands before what a spreadsheet would run, quotes around what it would split. */
export function csvCell(raw: string): string {
  const text = visibleText(raw);
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
