import { markdownRow } from '../markdown.ts';
import { cellText } from './cell-text.ts';
import { type Column, columnLabel } from './columns.ts';
import type { FleetRow } from './fleet-row.ts';

export type FleetMarkdownSource = {
  readonly columns: readonly Column[];
  /** Of this view. */
  readonly link: string;
  /** Epoch ms at which Azure answered. */
  readonly asOf: number;
};

/**
 * The rows as a table of Markdown with the columns of the screen, to paste into a ticket; above it what it is and the
 * link to it. Written at one go: a browser lets a page reach the clipboard only in the moment of a press.
 */
export function fleetMarkdown(
  rows: readonly FleetRow[],
  { columns, link, asOf }: FleetMarkdownSource,
): string {
  const heads = ['Service', 'Subscription', ...columns.map(columnLabel)];
  const count = rows.length === 1 ? '1 service' : `${rows.length} services`;
  return [
    `[${count}](${target(link)}), as of ${new Date(asOf).toISOString()}`,
    '',
    markdownRow(heads),
    `|${' --- |'.repeat(heads.length)}`,
    ...rows.map(row => markdownRow(cellsOf(row, columns))),
    '',
  ].join('\n');
}

function cellsOf(row: FleetRow, columns: readonly Column[]): readonly string[] {
  if (row.kind === 'unreadable') {
    return [
      row.name,
      row.subscription,
      ...columns.map((_, at) => (at === 0 ? `unreadable: ${row.unreadable.problem}` : '')),
    ];
  }
  return [row.service.name, row.subscription, ...columns.map(column => inOneLine(cellText(row, column)))];
}

/** A cell of Markdown has one line: values stand side by side. */
function inOneLine(text: string): string {
  return text.replaceAll('\n', ', ');
}

/** An address may hold brackets, which would end the link before its end. */
function target(link: string): string {
  return link.replaceAll('(', '%28').replaceAll(')', '%29');
}
