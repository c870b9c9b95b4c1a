import type { ListEntry } from './list.ts';
import type { Need } from './needs.ts';

/** Of a refusal where the ports of what is needed are not known: whether it matters cannot be told. */
export const certainPorts = 'the rule refuses certain ports alone';

/** What an entry is judged against: needs of one side and one set of ports. */
export type Terms = Pick<Need, 'side' | 'ports'>;

/**
 * Why an entry has no say about needs of these terms; undefined where it has. Needs are TCP (guidance contract).
 * Where the ports of a need are not known, a rule for certain ports may be the one that is meant, so it counts if it
 * allows; if it refuses, it may be about other ports.
 */
export function whyNot(entry: ListEntry, { side, ports }: Terms): string | undefined {
  if (entry.idle !== null) return entry.idle;
  if (entry.side !== null && entry.side !== side) return 'the rule is for the other direction';
  if (entry.protocol !== null && entry.protocol !== 'tcp' && entry.protocol !== '6') {
    return `the rule is for ${entry.protocol.toUpperCase()} alone`;
  }
  const { ports: spans } = entry;
  if (spans === null) return undefined;
  if (ports.length === 0)
    return entry.action === 'allow' ? undefined : 'the rule refuses certain ports alone';
  const all = ports.every(port => spans.some(({ first, last }) => first <= port && port <= last));
  return all ? undefined : `the rule is for ${portWords(entry)} alone`;
}

/** `port 443`, `ports 80-90, 443`. */
export function portWords({ ports }: ListEntry): string {
  const texts = (ports ?? []).map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`));
  return `port${texts.length === 1 ? '' : 's'} ${texts.join(', ')}`;
}
