/** The sizes of a landed version: kB of gzip for each total of `budgets.json`, undefined where it had no such total. */
export type SizeLine = { readonly date: string; readonly sizes: ReadonlyMap<string, number> };

/** Reads `bundle-sizes.csv`: a head of names, then a line for each version, the newest last. */
export function readHistory(csv: string): readonly SizeLine[] {
  const [head, ...lines] = csv.trim().split('\n');
  const names = (head ?? '').split(',').slice(1);
  return lines.map(line => {
    const [date = '', ...sizes] = line.split(',');
    const known = names.flatMap((name, at): [string, number][] => {
      const size = sizes[at];
      return size ? [[name, Number(size)]] : [];
    });
    return { date, sizes: new Map(known) };
  });
}

/** Writes it again with one more line. Totals that are new get a column at the end, those that are gone keep theirs. */
export function withLine(history: readonly SizeLine[], line: SizeLine): string {
  const all = [...history, line];
  const names = [...new Set(all.flatMap(one => [...one.sizes.keys()]))];
  const rows = all.map(({ date, sizes }) =>
    [date, ...names.map(name => sizes.get(name)?.toFixed(1) ?? '')].join(','),
  );
  return `${[['date', ...names].join(','), ...rows].join('\n')}\n`;
}

/** `1.2 kB more than on 2026-11-26`; empty where nothing was recorded, or nothing changed that can be seen. */
export function jump(history: readonly SizeLine[], name: string, gzip: number): string {
  const last = history.at(-1);
  const before = last?.sizes.get(name);
  if (last === undefined || before === undefined) return '';
  const by = Number(gzip.toFixed(1)) - before;
  if (Math.abs(by) < 0.05) return '';
  return `${Math.abs(by).toFixed(1)} kB ${by > 0 ? 'more' : 'less'} than on ${last.date}`;
}
