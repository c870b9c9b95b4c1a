import type { FormerAddress } from './former-address.ts';
import { causeLabel } from './timeline/cause-texts.ts';
import type { TimelineEntry } from './timeline/entry.ts';
import type { History } from './timeline/history.ts';
import { timelineOf } from './timeline/merge.ts';
import { instantOf } from './timeline/time.ts';
import { type Track, tracksOf } from './timeline/track.ts';

/**
 * The addresses that a service had and has no longer, from all that was recorded of it. An address that is there in the
 * last sight of its region is none of them.
 */
export function formerOf(history: History): readonly FormerAddress[] {
  const [first = history.changes[0]] = history.observations;
  // One sight and no change: nothing can have been lost.
  if (!first || history.observations.length + history.changes.length === 1) return [];
  const spans = new Map<string, Omit<FormerAddress, 'service' | 'cause'>>();
  for (const track of tracksOf(history)) {
    for (const span of lostIn(track)) {
      const key = `${span.region} ${span.address}`;
      // Without a gateway of its own the outbound IP repeats the public one, which comes first.
      if (!spans.has(key)) spans.set(key, span);
    }
  }
  if (spans.size === 0) return [];
  const entries = timelineOf(history);
  return [...spans.values()].map(span => ({
    service: first.service,
    ...span,
    cause: causeOf(span, entries),
  }));
}

/** The last stay of each address that is not there any more. */
function lostIn({ region, kind, pieces }: Track): readonly Omit<FormerAddress, 'service' | 'cause'>[] {
  const last = pieces.at(-1);
  const stays = new Map<string, { from: number; lastSeen: number; goneBy: number | null }>();
  for (const { addresses, from, to } of pieces) {
    for (const [address, stay] of stays) if (!addresses.includes(address)) stay.goneBy ??= from;
    for (const address of addresses) {
      const stay = stays.get(address);
      if (stay && stay.goneBy === null) stay.lastSeen = to;
      else stays.set(address, { from, lastSeen: to, goneBy: null });
    }
  }
  return [...stays].flatMap(([address, stay]) =>
    last?.addresses.includes(address) ? [] : [{ region, kind, address, ...stay }],
  );
}

/** The cause that the timeline names for the change by which an address went; null where it names none. */
function causeOf(
  { region, kind, address, lastSeen, goneBy }: Omit<FormerAddress, 'service' | 'cause'>,
  entries: readonly TimelineEntry[],
): string | null {
  const entry = entries.find(
    one =>
      instantOf(one.at) >= lastSeen &&
      instantOf(one.notBefore ?? one.at) <= (goneBy ?? Number.POSITIVE_INFINITY) &&
      one.differences.some(
        ({ region: where, field, before }) =>
          where === region && field === kind && Array.isArray(before) && before.includes(address),
      ),
  );
  if (!entry) return null;
  const [cause] = entry.causesByRegion.get(region) ?? entry.causes;
  return cause ? causeLabel(cause, entry.deleted) : null;
}
