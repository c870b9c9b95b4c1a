import { parseRange } from '../address.ts';
import { groupBy } from '../group-by.ts';
import { addressesOf } from './address-list.ts';
import { nothingToAllow, oneLine, remarksOf } from './remarks.ts';
import { ruleName } from './rule-name.ts';
import { type Rule, rulesOf, sortedSet } from './rules.ts';
import type { RuleText, RuleTextInput } from './types.ts';

const columns = [
  'record',
  'purpose',
  'enforce_at',
  'direction',
  'value_is',
  'value',
  'kind',
  'service_tag',
  'dns_name',
  'protocol',
  'ports',
  'required',
  'stability',
  'regions',
  'services',
  'rule_name',
  'text',
  'docs',
] as const;
type Row = Readonly<Partial<Record<(typeof columns)[number], string>>>;

/**
 * RFC 4180: a head, then a row for each value, with `record` = `rule`; warnings and unknowns are rows of their own
 * whose `record` says so and whose value is empty.
 */
export function csvText(input: RuleTextInput): RuleText {
  const remarks = remarksOf(input);
  const rules = rulesOf(input);
  const rows = rules.flatMap(rule => rowsOf(rule, input));
  const notes = sortedSet(
    rules.flatMap(rule => (rule.values.kind === 'serviceTag' ? addressesOf(rule, input.family).missing : [])),
  );
  if (rows.length === 0) return { kind: 'cannot', reason: notes.join(' ') || nothingToAllow(remarks) };
  const all: readonly Row[] = [
    ...rows,
    ...remarks.warnings.map((text): Row => ({ record: 'warning', text })),
    ...remarks.unknown.map((text): Row => ({ record: 'unknown', text })),
    ...notes.map((text): Row => ({ record: 'note', text })),
    ...remarks.head.map((text): Row => ({ record: 'source', text })),
  ];
  const lines = [columns.join(), ...all.map(row => columns.map(column => cell(row[column] ?? '')).join())];
  return {
    kind: 'text',
    text: `${lines.join('\r\n')}\r\n`,
    count: rows.length,
    notes,
    fileName: 'apim-rules.csv',
    mediaType: 'text/csv',
  };
}

function rowsOf(rule: Rule, { family }: RuleTextInput): readonly Row[] {
  const { values } = rule;
  const name = ruleName(rule);
  const behind = groupBy(rule.entries, entry => JSON.stringify([entry.value, entry.name ?? '']));
  const of = (value: string, row: Row, dnsName = ''): Row => ({
    ...common(rule, behind.get(JSON.stringify([value, dnsName])) ?? rule.entries),
    rule_name: name,
    ...row,
  });
  const wanted = (cidr: string) => family === undefined || parseRange(cidr)?.family === family;
  switch (values.kind) {
    case 'cidr':
      return values.cidrs.filter(wanted).map(value => of(value, { value, kind: 'cidr' }));
    case 'serviceTag':
      return addressesOf(rule, family).cidrs.map(value =>
        of(values.tag, { value, kind: 'cidr', service_tag: values.tag }),
      );
    case 'hostName':
      return values.names.map(value => of(value, { value, kind: 'hostName' }));
    case 'record':
      return values.records
        .filter(({ cidr }) => wanted(cidr))
        .map(record =>
          of(record.cidr, { value: record.cidr, kind: 'cidr', dns_name: record.name }, record.name),
        );
  }
}

function common(rule: Rule, entries: Rule['entries']): Row {
  const [first] = entries;
  return {
    record: 'rule',
    purpose: rule.purpose,
    enforce_at: rule.enforceAt,
    direction: rule.valueIs === 'record' ? '' : rule.enforceAt === 'client-firewall' ? 'Outbound' : 'Inbound',
    value_is: rule.valueIs,
    protocol: rule.valueIs === 'record' ? '' : rule.protocol,
    ports: rule.ports.join(' '),
    required: rule.required ? 'yes' : 'no',
    stability: first.stability,
    regions: sortedSet(entries.flatMap(({ region }) => region ?? [])).join(' '),
    services: sortedSet(entries.map(({ service }) => service.name)).join(' '),
    text: first.reason,
    docs: first.docs,
  };
}

/** Quoted, in one line, and with an apostrophe before what a spreadsheet would read as a formula (OWASP, CSV injection). */
function cell(text: string): string {
  const line = oneLine(text);
  const safe = /^[=+\-@＝＋－＠]/.test(line) ? `'${line}` : line;
  return `"${safe.replaceAll('"', '""')}"`;
}
