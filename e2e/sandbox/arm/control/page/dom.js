// Small builders: everything becomes text, never markup.
export const byId = id => document.getElementById(id);

/** A button that does something and then shows the state anew. */
export function button(label, press) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', press);
  return element;
}

/** Fills a select and keeps what was chosen where it is still there. */
export function options(select, entries) {
  const chosen = select.value;
  select.replaceChildren(
    ...entries.map(([value, text]) => {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = text;
      return option;
    }),
  );
  if (entries.some(([value]) => value === chosen)) select.value = chosen;
}

/** Fills a table with a head and rows of text. */
export function table(element, head, rows) {
  const row = (cells, tag) => {
    const line = document.createElement('tr');
    for (const text of cells) {
      const cell = document.createElement(tag);
      if (tag === 'th') cell.scope = 'col';
      cell.textContent = text;
      line.append(cell);
    }
    return line;
  };
  const thead = document.createElement('thead');
  thead.append(row(head, 'th'));
  const tbody = document.createElement('tbody');
  tbody.append(...rows.map(cells => row(cells, 'td')));
  element.replaceChildren(thead, tbody);
}
