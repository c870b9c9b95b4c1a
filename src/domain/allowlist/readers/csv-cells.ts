export type CsvCell = {
  /** Without its quotes. */
  readonly text: string;
  /** Offsets of the cell as it stands, quotes included. */
  readonly from: number;
  readonly to: number;
};

/** The rows of a CSV text (RFC 4180), with the place of each cell. A quoted cell may hold line ends. */
export function csvRows(text: string, delimiter: string): readonly (readonly CsvCell[])[] {
  const rows: CsvCell[][] = [];
  let row: CsvCell[] = [];
  let at = text.startsWith('\ufeff') ? 1 : 0;
  while (at <= text.length) {
    const cell = text.charAt(at) === '"' ? quoted(text, at) : bare(text, at, delimiter);
    row.push(cell);
    at = bare(text, cell.to, delimiter).to;
    if (text.charAt(at) === delimiter) {
      at++;
      continue;
    }
    if (row.length > 1 || cell.text.trim() !== '') rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}

function bare(text: string, from: number, delimiter: string): CsvCell {
  // Behind the text stands the empty text, which is in every text.
  const ends = `${delimiter}\r\n`;
  let to = from;
  while (!ends.includes(text.charAt(to))) to++;
  return { text: text.slice(from, to), from, to };
}

/** A quote inside is written twice; what follows the closing quote up to the delimiter is passed over. */
function quoted(text: string, from: number): CsvCell {
  let at = from + 1;
  for (; at < text.length; at++) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) !== '"') break;
    at++;
  }
  const content = text.slice(from + 1, at).replaceAll('""', '"');
  return { text: content, from, to: Math.min(at + 1, text.length) };
}
