/** Marks a cell for a moment. The attribute is nobody else's, so that drawing the cell anew leaves it there. */
export function flash(cell: HTMLElement, mark: 'copied' | 'changed', ms: number): void {
  cell.dataset['flash'] = mark;
  setTimeout(() => {
    if (cell.dataset['flash'] === mark) delete cell.dataset['flash'];
  }, ms);
}
