/**
 * The roles of a grid's parts. They follow from the elements only while those are laid out as a table; these are laid
 * out as a CSS grid, which makes some browsers drop them (adrianroselli.com, "Tables, CSS Display Properties, and ARIA").
 */
export const roles = {
  grid: { role: 'grid', 'aria-multiselectable': true },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'gridcell' },
} as const;
