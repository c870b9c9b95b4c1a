import type { CsvCell } from './csv-cells.ts';

type RuleColumns = {
  readonly action: number;
  readonly direction: number;
  readonly priority: number;
  readonly name: number;
};

/**
 * The rows that cannot be rules of a network security group, a sentence for each lack: a rule has a name and a priority
 * of its own. Only where the columns are those of such rules.
 * Source: learn.microsoft.com/azure/virtual-network/network-security-groups-overview.
 */
export function incompleteRules(
  rows: readonly (readonly CsvCell[])[],
  { action, direction, priority, name }: RuleColumns,
  lineAt: (offset: number) => number,
): readonly string[] {
  if (action < 0 || direction < 0 || priority < 0) return [];
  const lines = new Map<string, number[]>();
  for (const row of rows) {
    const lacks = (at: number) => at >= 0 && (row[at]?.text.trim() ?? '') === '';
    const what = [lacks(name) ? 'no name' : '', lacks(priority) ? 'no priority' : '']
      .filter(Boolean)
      .join(' and ');
    const [first] = row;
    if (what !== '' && first) lines.set(what, [...(lines.get(what) ?? []), lineAt(first.from)]);
  }
  return [...lines].map(
    ([what, at]) =>
      `${linesText(at)} ${what}: a network security group takes no such rule, and when it would decide is not known.`,
  );
}

function linesText(lines: readonly number[]): string {
  const more = lines.length - 3;
  const shown = lines.slice(0, 3).join(', ');
  return lines.length === 1
    ? `Line ${shown} has`
    : `Lines ${shown}${more > 0 ? ` and ${more} more` : ''} have`;
}
