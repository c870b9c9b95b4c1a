import { visibleText } from './visible-text.ts';

/** A row of a Markdown table. No cell can end its column, start markup or break the line. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`;
}

function cell(text: string): string {
  return visibleText(text.replace(/\s+/g, ' ')).replace(/[\\`*_[\]<>|~]/g, '\\$&');
}
