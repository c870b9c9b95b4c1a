import { csvCell } from '../fleet/csv.ts';
import { regionLabel } from '../region.ts';
import type { OutboundDependency } from './connectivity.ts';

/** One host with one port, as a firewall rule needs it. */
export type DependencyLine = {
  readonly category: string;
  readonly host: string;
  /** Null where Azure gives no port. */
  readonly port: number | null;
  /** Regions or `Global`, as people write them. */
  readonly regions: readonly string[];
};

/** Every host and port once, in Azure's order. */
export function dependencyLines(dependencies: readonly OutboundDependency[]): readonly DependencyLine[] {
  const found = new Map<string, { category: string; host: string; port: number | null; regions: string[] }>();
  for (const { category, endpoints } of dependencies) {
    for (const { domainName: host, ports } of endpoints) {
      for (const { port, region } of ports.length > 0 ? ports : [{ port: null, region: null }]) {
        const key = `${category}\n${host.toLowerCase()}\n${port}`;
        const line = found.get(key) ?? { category, host, port, regions: [] };
        const label = region === null ? undefined : regionLabel(region);
        if (label !== undefined && !line.regions.includes(label)) line.regions.push(label);
        found.set(key, line);
      }
    }
  }
  return [...found.values()];
}

/** `host:port`, each once; a host alone where Azure gives no port. */
export function dependenciesAsText(lines: readonly DependencyLine[]): string {
  const texts = lines.map(({ host, port }) => (port === null ? host : `${host}:${port}`));
  return [...new Set(texts)].map(line => `${line}\n`).join('');
}

/** RFC 4180, with a head. */
export function dependenciesAsCsv(lines: readonly DependencyLine[]): string {
  const rows = lines.map(({ category, host, port, regions }) => [
    category,
    host,
    port === null ? '' : String(port),
    regions.join('; '),
  ]);
  return [['category', 'host', 'port', 'regions'], ...rows]
    .map(row => `${row.map(csvCell).join(',')}\r\n`)
    .join('');
}
