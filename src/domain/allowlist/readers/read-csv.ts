import type { LineIndex } from '../line-index.ts';
import {
  type EntryGroup,
  type EntryValue,
  type Findings,
  type LineProblem,
  type ListEntry,
  plainTerms,
  type RuleTerms,
} from '../list.ts';
import { readPrefix } from '../read-value.ts';
import { type CsvCell, csvRows } from './csv-cells.ts';
import { incompleteRules } from './incomplete-rules.ts';
import { withoutComment } from './read-text.ts';
import { isRefusal, portSpans } from './rule-words.ts';

const delimiters = [',', ';', '\t'] as const;

const rowsInStep = 500;

type Columns = {
  readonly values: readonly { readonly at: number; readonly side: 'source' | null }[];
  /** A first and a last address in two columns. */
  readonly pair: { readonly first: number; readonly last: number } | undefined;
  readonly action: number;
  readonly direction: number;
  readonly protocol: number;
  readonly ports: number;
  readonly priority: number;
  readonly name: number;
  /** What a rule is about beside its source: a new row takes it over where every row that allows has the same. */
  readonly shared: readonly number[];
};

/** The delimiter of a CSV text with a head that names a column of addresses; undefined for any other text. */
export function csvDelimiter(text: string): string | undefined {
  return delimiters.find(delimiter => {
    const [head = []] = csvRows(text.slice(0, 4_000), delimiter);
    const columns = columnsOf(head);
    const named = head.every(({ text: name }) => !/\d\.\d+\.\d+\.\d/.test(name));
    return named && !isHeading(head) && (columns.values.length > 0 || columns.pair !== undefined);
  });
}

/** `# Addresses` or `Addresses:` over a plain list, whose lines may have comments: no head of a column. */
function isHeading([first, ...more]: readonly CsvCell[]): boolean {
  return first !== undefined && more.length === 0 && /^$|:\s*$/.test(withoutComment(first.text));
}

/** Rows of a CSV text, step by step: the columns of addresses, with what other columns say of the rule. */
export function* readCsv(
  text: string,
  delimiter: string,
  { lineAt }: LineIndex,
): Generator<undefined, Findings> {
  const [head = [], ...rows] = csvRows(text, delimiter);
  const columns = columnsOf(head);
  const entries: ListEntry[] = [];
  const problems: LineProblem[] = [];
  const rules: (readonly CsvCell[])[] = [];
  yield;
  for (const [at, row] of rows.entries()) {
    if (at % rowsInStep === rowsInStep - 1) yield;
    const terms = termsOf(row, columns, entries.length);
    const found = [
      ...pairOf(row, columns).map(one => ({ ...one, side: null })),
      ...columns.values.flatMap(({ at, side }) => valuesOf(row[at]).map(one => ({ ...one, side }))),
    ];
    for (const { value, from, to, side } of found) {
      const line = lineAt(from);
      if (value.kind === 'problem') problems.push({ line, problem: value.problem });
      else entries.push({ ...terms, side, value, line, from, to, group: 0 });
    }
    if (terms.action === 'allow' && terms.idle === null && found.length > 0) rules.push(row);
    const [first] = row;
    if (found.length === 0 && first)
      problems.push({ line: lineAt(first.from), problem: 'no address in this row' });
  }
  return {
    entries,
    groups: [groupOf(columns, delimiter, head, rules)],
    problems,
    notes: incompleteRules(rows, columns, lineAt),
  };
}

function groupOf(
  columns: Columns,
  delimiter: string,
  head: readonly CsvCell[],
  rules: readonly (readonly CsvCell[])[],
): EntryGroup {
  const { action, direction, protocol, ports, values, pair, shared } = columns;
  const [value] = values;
  // A first and a last address in two columns cannot be written from one CIDR.
  if (!value || pair) return { kind: 'fixed' };
  const texts = (at: number) => new Set(rules.map(row => row[at]?.text.trim() ?? ''));
  const kept = [action, direction, protocol, ports, ...shared.filter(at => texts(at).size === 1)];
  return {
    kind: 'rows',
    delimiter,
    value: value.at,
    kept: kept.filter(at => at >= 0),
    open: head.flatMap(({ text }, at) => {
      const isOpen = at !== value.at && !kept.includes(at) && [...texts(at)].some(Boolean);
      return isOpen ? [text.trim()] : [];
    }),
  };
}

function columnsOf(head: readonly CsvCell[]): Columns {
  const names = head.map(cell => cell.text.toLowerCase().replace(/[^a-z]/g, ''));
  const find = (pattern: RegExp) => names.findIndex(name => pattern.test(name));
  const first = find(/^(start|first|from)(ip|address|ipaddress)$/);
  const last = find(/^(end|last|to)(ip|address|ipaddress)$/);
  const isValue = (name: string) =>
    /^(source)?(ip|ips|ipaddress(es)?|address(es)?|addressprefix(es)?|prefix(es)?|cidrs?|iprange|range|subnet|network|value)$/.test(
      name,
    ) || /^source(s|address.*|ip.*|prefix.*|cidr)?$/.test(name);
  return {
    values: names.flatMap((name, at) =>
      isValue(name) ? [{ at, side: name.startsWith('source') ? ('source' as const) : null }] : [],
    ),
    pair: first >= 0 && last >= 0 ? { first, last } : undefined,
    action: find(/^(access|action|effect|allowdeny|policy)$/),
    direction: find(/^direction$/),
    protocol: find(/^protocol$/),
    ports: find(/^(destination)?ports?(ranges?)?$/),
    priority: find(/^(priority|order|sequence)$/),
    name: find(/^(rule)?name$/),
    shared: [find(/^destination(s|address.*|ip.*|prefix.*|cidr)?$/), find(/^sourceports?(ranges?)?$/)],
  };
}

function termsOf(row: readonly CsvCell[], columns: Columns, position: number): RuleTerms {
  const text = (at: number) => row[at]?.text.trim() ?? '';
  const protocol = text(columns.protocol).toLowerCase();
  const priority = /^\d+$/.test(text(columns.priority)) ? Number(text(columns.priority)) : position;
  return {
    ...plainTerms,
    action: isRefusal(text(columns.action)) ? 'deny' : 'allow',
    protocol: protocol === '' || protocol === '*' || protocol === 'any' ? null : protocol,
    ports: portSpans([text(columns.ports)]),
    order: priority,
    idle: /^(outbound|egress)$/i.test(text(columns.direction)) ? 'the rule is for the other direction' : null,
  };
}

type Found = {
  readonly value: EntryValue | { readonly kind: 'problem'; readonly problem: string };
  readonly from: number;
  readonly to: number;
};

function pairOf(row: readonly CsvCell[], { pair }: Columns): readonly Found[] {
  const start = pair && row[pair.first];
  const end = pair && row[pair.last];
  if (!start || !end) return [];
  // The last address may stand before the first.
  const from = Math.min(start.from, end.from);
  return [{ value: readPrefix(`${start.text}-${end.text}`), from, to: Math.max(start.to, end.to) }];
}

function valuesOf(cell: CsvCell | undefined): readonly Found[] {
  if (!cell) return [];
  const texts = cell.text.split(/[\s,;]/).filter(Boolean);
  return texts.map(text => ({ value: readPrefix(text), from: cell.from, to: cell.to }));
}
