import { parseIpRange } from '../../ranges/ip-range.ts';
import { rangeIndex } from '../../ranges/range-index.ts';
import type { ListEntry } from '../list.ts';

/** True where a list need not be given a CIDR in the place of an entry, since it lets it through on the same terms anyway. */
export type AlreadyThere = (entry: ListEntry, cidr: string) => boolean;

/**
 * Knows the entries that stay, and remembers what it was asked for: a CIDR that was written once is there the next time.
 * `203.0.113.7` and `203.0.113.7/32` are the same.
 */
export function alreadyThere(staying: readonly ListEntry[]): AlreadyThere {
  const firstRefusal = new Map<string, number>();
  for (const { action, scope, order } of staying)
    if (action === 'deny') firstRefusal.set(scope, Math.min(order, firstRefusal.get(scope) ?? order));
  // No refusal comes before the first one of its scope.
  const isReached = ({ scope, order }: ListEntry) =>
    order < (firstRefusal.get(scope) ?? Number.POSITIVE_INFINITY);
  const index = rangeIndex(
    staying.flatMap(entry =>
      isReached(entry) && entry.idle === null && entry.value.kind === 'range'
        ? [[entry.value.range, entry] as const]
        : [],
    ),
  );
  const written = new Map<string, number>();
  return (entry, cidr) => {
    const range = parseIpRange(cidr);
    if (!range) return false;
    const stays = index
      .meeting(range)
      .some(
        ({ value: other, start, end }) =>
          start <= range.start && range.end <= end && saysAsMuch(other, entry),
      );
    const key = [entry.scope, entry.side, entry.protocol, portsKey(entry), cidr].join(' ');
    const before = written.get(key) ?? Number.POSITIVE_INFINITY;
    if (stays || before <= entry.order) return true;
    written.set(key, entry.order);
    return false;
  };
}

function saysAsMuch(other: ListEntry, entry: ListEntry): boolean {
  return (
    other.scope === entry.scope &&
    (other.side === null || other.side === entry.side) &&
    (other.protocol === null || other.protocol === entry.protocol) &&
    (other.ports === null || portsKey(other) === portsKey(entry))
  );
}

function portsKey({ ports }: ListEntry): string {
  return ports === null ? '*' : ports.map(({ first, last }) => `${first}-${last}`).join('+');
}
