import type { FocusEvent, KeyboardEvent, RefObject } from 'react';

/** What a key does with the cell that has the focus; keys in lower case. */
export type CellKeys = Readonly<Record<string, (cell: HTMLElement) => void>>;

/**
 * Arrow keys, Home and End over the cells of a table with `role="grid"`, whose body cells have a `tabIndex`: one stop
 * in the tab order, wherever the reader was last (WAI-ARIA authoring practices, grid).
 */
export function useGridKeys(table: RefObject<HTMLTableElement | null>, cellKeys: CellKeys = {}) {
  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.altKey || event.metaKey || event.defaultPrevented) return;
    const cell = focusedCell(table.current);
    if (!cell) return;
    const key = event.key.toLowerCase();
    const act = event.ctrlKey ? undefined : cellKeys[key];
    if (act) {
      event.preventDefault();
      act(cell);
      return;
    }
    const to = target(table.current, cell, event.key, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  function onFocus(event: FocusEvent<HTMLTableElement>): void {
    const cell = event.target.closest<HTMLElement>('td[tabindex]');
    if (!cell) return;
    for (const other of table.current?.querySelectorAll<HTMLElement>('td[tabindex="0"]') ?? [])
      other.tabIndex = -1;
    cell.tabIndex = 0;
  }

  return { onKeyDown, onFocus };
}

function focusedCell(table: HTMLTableElement | null): HTMLTableCellElement | undefined {
  const cell = document.activeElement?.closest('td');
  return cell && table?.contains(cell) ? cell : undefined;
}

function target(
  table: HTMLTableElement | null,
  cell: HTMLTableCellElement,
  key: string,
  control: boolean,
): HTMLElement | undefined {
  const rows = [...(table?.tBodies[0]?.rows ?? [])].map(row =>
    [...row.cells].filter(one => one.tagName === 'TD'),
  );
  const y = rows.findIndex(row => row.includes(cell));
  const x = rows[y]?.indexOf(cell) ?? -1;
  const last = (rows[y]?.length ?? 0) - 1;
  switch (key) {
    case 'ArrowUp':
      return rows[y - 1]?.[x];
    case 'ArrowDown':
      return rows[y + 1]?.[x];
    case 'ArrowLeft':
      return rows[y]?.[x - 1];
    case 'ArrowRight':
      return rows[y]?.[x + 1];
    case 'Home':
      return control ? rows[0]?.[0] : rows[y]?.[0];
    case 'End':
      return control ? rows.at(-1)?.at(-1) : rows[y]?.[last];
    default:
      return undefined;
  }
}
