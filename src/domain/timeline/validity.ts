import type { AddressField } from './facts.ts';
import type { Piece, Track } from './track.ts';

/** A time in which addresses are known to have been valid. Milliseconds since 1970. */
export type Bar = {
  readonly addresses: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Nothing later is known: valid when last seen. */
  readonly ongoing: boolean;
};

/** A gap with the same value on both sides: probably valid, not seen. */
export type Bridge = { readonly from: number; readonly to: number };

/** One line of the chart. */
export type Lane = {
  readonly region: string;
  readonly kind: AddressField;
  readonly bars: readonly Bar[];
  readonly bridges: readonly Bridge[];
};

/** The validity of each kind of address in each region. Lanes that never held an address are left out. */
export function lanesOf(tracks: readonly Track[]): readonly Lane[] {
  return tracks.map(laneOf).filter(lane => lane.bars.length > 0);
}

function holds(piece: Piece | undefined): piece is Piece {
  return piece?.state === 'addresses' && piece.addresses.length > 0;
}

function laneOf({ region, kind, pieces }: Track): Lane {
  const bars: Bar[] = [];
  const bridges: Bridge[] = [];
  pieces.forEach((piece, index) => {
    if (!holds(piece)) return;
    const { addresses, from, to } = piece;
    const before = pieces[index - 1];
    bars.push({ addresses, from, to, ongoing: index === pieces.length - 1 });
    if (before?.key === piece.key) bridges.push({ from: before.to, to: from });
  });
  return { region, kind, bars, bridges };
}

/** True where outbound addresses are the public ones all along: the lane would say nothing new. */
export function repeatsPublic(lane: Lane, lanes: readonly Lane[]): boolean {
  if (lane.kind !== 'outboundPublicIPAddresses') return false;
  const other = lanes.find(one => one.region === lane.region && one.kind === 'publicIPAddresses');
  const text = (bars: readonly Bar[]) =>
    JSON.stringify(bars.map(({ addresses, from, to }) => [[...addresses].sort(), from, to]));
  return other !== undefined && text(lane.bars) === text(other.bars);
}

/** One address from first to last sight, across gaps in which nothing else was seen. Milliseconds since 1970. */
export type AddressSpan = {
  readonly address: string;
  readonly region: string;
  readonly kind: AddressField;
  readonly from: number;
  readonly to: number;
  readonly ongoing: boolean;
};

/** When each address was one of the service's, oldest first: what an allowlist or a search for a former address asks. */
export function spansOf(tracks: readonly Track[]): readonly AddressSpan[] {
  const spans: AddressSpan[] = [];
  for (const { region, kind, pieces } of tracks) {
    const open = new Map<string, { from: number; to: number }>();
    const close = (address: string, ongoing: boolean) => {
      const span = open.get(address);
      if (span) spans.push({ address, region, kind, ...span, ongoing });
      open.delete(address);
    };
    for (const piece of pieces) {
      for (const address of [...open.keys()]) if (!piece.addresses.includes(address)) close(address, false);
      for (const address of piece.addresses)
        open.set(address, { from: open.get(address)?.from ?? piece.from, to: piece.to });
    }
    for (const address of [...open.keys()]) close(address, true);
  }
  return spans.sort((a, b) => a.from - b.from);
}

/** The time between two observations of a service, in which nothing was known. */
export type Gap = { readonly from: number; readonly to: number };

/** The gaps between the first and the last sight of a service; gaps shorter than `shortest` milliseconds are left out. */
export function gapsOf(
  stretches: readonly { readonly from: number; readonly to: number }[],
  shortest = 0,
): readonly Gap[] {
  const gaps: Gap[] = [];
  let known: number | undefined;
  for (const { from, to } of [...stretches].sort((a, b) => a.from - b.from)) {
    if (known !== undefined && from - known > shortest) gaps.push({ from: known, to: from });
    known = Math.max(known ?? to, to);
  }
  return gaps;
}
