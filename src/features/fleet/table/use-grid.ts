import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type Column, readColumn } from '../../../domain/fleet/columns.ts';
import type { FleetRow, ServiceRow, UnreadableFleetRow } from '../../../domain/fleet/fleet-row.ts';
import { goTo } from '../../../ui/navigation.ts';
import type { RowSelection } from '../use-row-selection.ts';
import { copyAddress, copyCell } from './copy-cell.ts';
import { stepOf } from './grid-step.ts';
import { servicePath } from './service-row.tsx';

export type GridActions = {
  /** Shows all values of a cell beside the button that asked. */
  readonly onMore: (row: ServiceRow, column: Column, anchor: HTMLElement) => void;
  readonly onJson: (row: UnreadableFleetRow, anchor: HTMLElement) => void;
};

type Input = GridActions & {
  readonly rows: readonly FleetRow[];
  readonly columns: readonly Column[];
  readonly selection: RowSelection;
};

/** The one cell that the Tab key reaches; `row` is the key of its row, null for the heads. */
type Active = { readonly row: string | null; readonly column: number };

/** The cell from which a service was opened: whoever comes back finds it again, with the focus if a key opened it. */
let remembered: (Active & { readonly byKey: boolean }) | undefined;

/** Keys and presses of the grid (WAI-ARIA: one stop for the Tab key, arrows from cell to cell). */
export function useGrid({ rows, columns, selection, onMore, onJson }: Input) {
  const ref = useRef<HTMLTableElement>(null);
  const scrollTo: RefObject<(index: number) => void> = useRef(() => {});
  const [active, setActive] = useState<Active>(() => remembered ?? { row: null, column: 1 });
  const [hasFocus, setHasFocus] = useState(false);
  const wanted = useRef(remembered?.byKey === true && isNowhere(document.activeElement));
  const lastIndex = useRef(0);

  const found = useMemo(
    () => (active.row === null ? -1 : rows.findIndex(row => row.key === active.row)),
    [rows, active.row],
  );
  const lost = active.row !== null && found < 0;
  // A row that a refresh or a filter took away hands the stop to the row in its place.
  const activeIndex = lost ? Math.min(lastIndex.current, rows.length - 1) : found;
  const activeKey = activeIndex < 0 ? null : (rows[activeIndex]?.key ?? null);
  lastIndex.current = Math.max(activeIndex, 0);
  const column = Math.min(active.column, columns.length + 1);

  useLayoutEffect(() => {
    const { activeElement } = document;
    const isFree = isNowhere(activeElement) || ref.current?.contains(activeElement) === true;
    if (!isFree) wanted.current = false;
    if (!wanted.current && !(hasFocus && isNowhere(activeElement))) return;
    const cell = cellIn(ref.current, activeKey, column);
    // Its row may be drawn a moment later: when the height of the screen is known, or when it was scrolled to.
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
  });

  function moveTo(index: number, to: number): void {
    const row = rows[index];
    wanted.current = true;
    setActive({ row: row?.key ?? null, column: Math.max(0, Math.min(to, columns.length + 1)) });
    if (index >= 0) scrollTo.current(index);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>('[data-col]');
    if (!cell || event.defaultPrevented) return;
    if (isInside(target, cell)) {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      cell.focus({ preventScroll: true });
      return;
    }
    const row = rows[activeIndex];
    const step = stepOf(event, {
      index: activeIndex,
      column,
      rows: rows.length,
      columns: columns.length + 2,
    });
    if (step) {
      event.preventDefault();
      moveTo(step.index, step.column);
      return;
    }
    if (!row || event.altKey) return;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && target.tagName !== 'INPUT') {
      event.preventDefault();
      selection.toggle(row.key, event.shiftKey);
    } else if (event.key === 'Enter' && !control) {
      event.preventDefault();
      if (row.kind === 'service') {
        remembered = { row: row.key, column, byKey: true };
        goTo(servicePath(row));
      } else onJson(row, cell);
    } else if (event.key.toLowerCase() === 'c' && !control && row.kind === 'service') {
      event.preventDefault();
      void copyCell(row, columns[column - 2] ?? 'name', cell);
    } else if (event.key === 'F2') {
      cell.querySelector<HTMLElement>('button, a')?.focus();
    } else if (event.key.toLowerCase() === 'a' && control) {
      event.preventDefault();
      if (selection.extent !== 'all') selection.toggleAll();
    }
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as HTMLElement;
    if (target.closest('[data-select-all]')) {
      selection.toggleAll();
      return;
    }
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = rows.find(one => one.key === key);
    if (!row) return;
    const copy = target.closest<HTMLElement>('[data-copy]');
    const more = target.closest<HTMLElement>('[data-more]');
    const json = target.closest<HTMLElement>('[data-json]');
    if (target.closest('[data-select]')) selection.toggle(row.key, event.shiftKey);
    else if (copy) void copyAddress(copy);
    else if (more && row.kind === 'service') {
      const asked = readColumn(more.dataset['more'] ?? '');
      if (asked) onMore(row, asked, more);
    } else if (json && row.kind === 'unreadable') onJson(row, json);
    else if (target.closest('a')) remembered = { row: row.key, column: 1, byKey: event.detail === 0 };
  }

  function onFocus(event: FocusEvent<HTMLElement>): void {
    setHasFocus(true);
    const target = event.target as HTMLElement;
    const at = target.closest<HTMLElement>('[data-col]')?.dataset['col'];
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null;
    if (at === undefined) return;
    setActive(last =>
      last.row === key && last.column === Number(at) ? last : { row: key, column: Number(at) },
    );
  }

  function onBlur(event: FocusEvent<HTMLElement>): void {
    // A row that is taken away blurs to nowhere: the focus is given to the one in its place.
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
      setHasFocus(false);
  }

  return {
    ref,
    scrollTo,
    active: { column },
    activeIndex,
    focusedKey: hasFocus ? activeKey : null,
    onKeyDown,
    onClick,
    onFocus,
    onBlur,
  };
}

/** Where the focus of a cell lies: its box or its head's button, where it has one, else the cell itself. */
function cellIn(grid: HTMLElement | null, row: string | null, column: number): HTMLElement | null {
  if (row === null)
    return grid?.querySelector<HTMLElement>(`thead [data-col="${column}"] :is(button, input)`) ?? null;
  const holder = [...(grid?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
    one => one.dataset['key'] === row,
  );
  return (
    holder?.querySelector<HTMLElement>(`[data-col="${column}"]`) ??
    holder?.querySelector<HTMLElement>('[data-col="2"]') ??
    null
  );
}

/** Something inside a cell that keys belong to first: a link, a copy button, `+2`. */
function isInside(target: HTMLElement, cell: HTMLElement): boolean {
  if (target === cell || target.tagName === 'INPUT') return false;
  return cell.closest('thead') === null;
}

/** Nothing in particular has the focus; the screen as a whole takes it when what had it went away. */
function isNowhere(focused: Element | null): boolean {
  return focused === document.body || focused?.id === 'main';
}
