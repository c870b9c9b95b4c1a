import { cellText } from '../../../domain/fleet/cell-text.ts';
import { type Column, columnLabel } from '../../../domain/fleet/columns.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { flash } from './flash.ts';

const shownMs = 1_500;

/** Puts the address of a copy button on the clipboard, and says so in its cell and aloud. */
export async function copyAddress(button: HTMLElement): Promise<void> {
  const text = button.dataset['copy'] ?? '';
  const cell = button.closest<HTMLElement>('[data-col]');
  if ((await copyText(text, text)) && cell) flash(cell, 'copied', shownMs);
}

/** Puts a cell on the clipboard, every address of it on a line of its own, and says so in the cell and aloud. */
export async function copyCell(row: ServiceRow, column: Column | 'name', cell: HTMLElement): Promise<void> {
  const text = cellText(row, column);
  if (text === '') return;
  const lines = text.split('\n').length;
  const label = column === 'name' ? 'Service' : columnLabel(column);
  const said = lines === 1 ? text : `${lines} ${label}`;
  if (await copyText(text, said)) flash(cell, 'copied', shownMs);
}
