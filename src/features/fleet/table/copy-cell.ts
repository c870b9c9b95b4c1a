import { cellText } from '../../../domain/fleet/cell-text.ts';
import { type Column, columnLabel } from '../../../domain/fleet/columns.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { flash } from './flash.ts';

/** Puts a cell on the clipboard, every address of it on a line of its own, and says so in the cell and aloud. */
export async function copyCell(row: ServiceRow, column: Column | 'name', cell: HTMLElement): Promise<void> {
  const text = cellText(row, column);
  if (text === '') return;
  const lines = text.split('\n').length;
  const label = column === 'name' ? 'Service' : columnLabel(column);
  const said = lines === 1 ? text : `${lines} ${label}`;
  if (await copyText(text, said)) flash(cell, 'copied', 1_500);
}
