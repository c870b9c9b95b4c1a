import type { AddressField } from './facts.ts';
import type { Piece, Track } from './track.ts';

/** What the record tells of one kind of address at one instant. Times in milliseconds since 1970. */
export type AddressState =
  | {
      /** Seen before and after (or at) the instant, equal both times. */
      readonly state: 'known';
      readonly addresses: readonly string[];
      readonly from: number;
      readonly to: number;
    }
  /** The region was not (or no longer) one of the service's, or the service was not there. */
  | { readonly state: 'no-region' | 'no-service' }
  | {
      /** Between two sights. `same`: equal on both sides, so probably valid; otherwise it changed somewhere in between. */
      readonly state: 'gap';
      readonly same: boolean;
      readonly before: readonly string[];
      readonly after: readonly string[];
      readonly from: number;
      readonly to: number;
    }
  /** Nothing is known before the first sight; null where nothing is known at all. */
  | { readonly state: 'before-record'; readonly recordedSince: number | null }
  /** Later than the last sight: what was seen then. */
  | { readonly state: 'after-record'; readonly addresses: readonly string[]; readonly lastSeen: number };

export type AddressesAt = { readonly region: string; readonly kind: AddressField } & AddressState;

/** The addresses of a service at an instant (milliseconds since 1970), as far as they are known. */
export function addressesAt(tracks: readonly Track[], instant: number): readonly AddressesAt[] {
  return tracks.map(({ region, kind, pieces }) => ({ region, kind, ...stateAt(pieces, instant) }));
}

/** Where an instant lies among pieces that are in the order of time. */
export type Place<P> =
  | { readonly place: 'in'; readonly piece: P }
  | { readonly place: 'between'; readonly before: P; readonly after: P }
  | { readonly place: 'before'; readonly first: P | undefined }
  | { readonly place: 'after'; readonly last: P };

export function placeIn<P extends { readonly from: number; readonly to: number }>(
  pieces: readonly P[],
  instant: number,
): Place<P> {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || instant < first.from) return { place: 'before', first };
  const piece = pieces.findLast(one => one.from <= instant && instant <= one.to);
  if (piece) return { place: 'in', piece };
  const before = pieces.findLast(one => one.to < instant);
  const after = pieces.find(one => one.from > instant);
  return before && after ? { place: 'between', before, after } : { place: 'after', last };
}

function stateAt(pieces: readonly Piece[], instant: number): AddressState {
  const found = placeIn(pieces, instant);
  switch (found.place) {
    case 'before':
      return { state: 'before-record', recordedSince: found.first?.from ?? null };
    case 'in': {
      const { state, addresses, from, to } = found.piece;
      return state === 'addresses' ? { state: 'known', addresses, from, to } : { state };
    }
    case 'between':
      return gapBetween(found.before, found.after);
    case 'after': {
      const { state, addresses, to } = found.last;
      return state === 'addresses' ? { state: 'after-record', addresses, lastSeen: to } : { state };
    }
  }
}

function gapBetween(before: Piece, after: Piece): AddressState {
  const same = before.key === after.key;
  if (same && before.state !== 'addresses') return { state: before.state };
  return {
    state: 'gap',
    same,
    before: before.addresses,
    after: after.addresses,
    from: before.to,
    to: after.from,
  };
}
