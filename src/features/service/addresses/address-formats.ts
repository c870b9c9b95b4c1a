import { csvCell } from '../../../domain/fleet/csv.ts';
import { markdownRow } from '../../../domain/markdown.ts';
import { regionLabel } from '../../../domain/region.ts';
import type { Service } from '../../../domain/service.ts';
import { tierText } from '../service-facts.ts';
import type { AddressRow } from './address-rows.ts';

type Write = (service: Service, rows: readonly AddressRow[], asOf: number) => string;

/** How "Copy all" can write the matrix. Every format says what each address is for, and when it was read. */
export const addressFormats: readonly { readonly label: string; readonly write: Write }[] = [
  { label: 'Text', write: asText },
  { label: 'CSV', write: asCsv },
  { label: 'JSON', write: asJson },
  { label: 'Markdown', write: asMarkdown },
];

const states: Readonly<Record<AddressRow['state'], string>> = {
  promised: '',
  reported: 'reported, not dedicated',
  shared: 'shared',
  none: 'none',
  unknown: 'unknown',
};

function asText(service: Service, rows: readonly AddressRow[], asOf: number): string {
  const lines = rows.map((row, index) => {
    const head = rows[index - 1]?.region === row.region ? [] : ['', regionLine(row)];
    const value = row.value || `(${states[row.state] || 'none'})`;
    const note = remark(row);
    return [...head, `  ${row.role} (${row.term}): ${value}${note && `  [${note}]`}`].join('\n');
  });
  return `${titleOf(service, asOf)}\n${lines.join('\n')}\n`;
}

function asMarkdown(service: Service, rows: readonly AddressRow[], asOf: number): string {
  const lines = rows.map(row =>
    markdownRow([regionLine(row), row.role, row.term, row.value || states[row.state] || 'none', remark(row)]),
  );
  const heads = ['Region', 'For', 'Azure’s term', 'Address', 'Note'];
  return [
    titleOf(service, asOf),
    '',
    markdownRow(heads),
    markdownRow(heads.map(() => '---')),
    ...lines,
    '',
  ].join('\n');
}

function asCsv(service: Service, rows: readonly AddressRow[], asOf: number): string {
  const heads = ['service', 'region', 'role', 'term', 'value', 'state', 'note', 'asOf', 'id'];
  const time = new Date(asOf).toISOString();
  const lines = rows.map(({ region, role, term, value, state, note }) => [
    service.name,
    region,
    role,
    term,
    value,
    state,
    note,
    time,
    service.id,
  ]);
  return [heads, ...lines].map(line => `${line.map(csvCell).join(',')}\r\n`).join('');
}

function asJson(service: Service, rows: readonly AddressRow[], asOf: number): string {
  const { id, name, tier, vnetMode } = service;
  const addresses = rows.map(({ value, ...row }) => ({ ...row, value: value === '' ? null : value }));
  return JSON.stringify({ id, name, tier, vnetMode, asOf: new Date(asOf).toISOString(), addresses }, null, 2);
}

function titleOf(service: Service, asOf: number): string {
  return `${service.name}, ${tierText(service)}, VNet mode ${service.vnetMode}, as of ${new Date(asOf).toISOString()}`;
}

function regionLine({ region, primary }: AddressRow): string {
  return `${regionLabel(region)}${primary ? ' (primary)' : ''}`;
}

/** The note, after the state where a value alone would look like a promise. */
function remark({ state, value, note }: AddressRow): string {
  return value !== '' && state === 'unknown' ? `unknown, reported only: ${note}` : note;
}
