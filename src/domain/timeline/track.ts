import { compareText } from '../compare-text.ts';
import { comparable, comparableOf } from './comparable.ts';
import { type AddressField, addressFields, type FactValue, isAbsent, regionFacts } from './facts.ts';
import type { History } from './history.ts';
import { type Resolved, resolve } from './resolve.ts';
import { instantOf } from './time.ts';

/** What is known of the addresses of one kind in one region, in the order of time. Milliseconds since 1970. */
export type Piece = {
  readonly from: number;
  readonly to: number;
  /** `addresses` may be none; `no-region` and `no-service`: there was nothing that could have one. */
  readonly state: 'addresses' | 'no-region' | 'no-service';
  readonly addresses: readonly string[];
  /** Equal keys are equal values. */
  readonly key: string;
};

export type Track = {
  /** Short form of the region. */
  readonly region: string;
  readonly kind: AddressField;
  readonly pieces: readonly Piece[];
};

/** Every region that the service had at any time, the latest primary first, then by name. */
export function regionsOf(history: History): readonly string[] {
  const names = new Set<string>();
  let primary: string | undefined;
  for (const { facts } of history.observations) {
    for (const name of Object.keys(facts.regions ?? {})) {
      names.add(name);
      if (regionFacts(facts, name)?.primary) primary = name;
    }
  }
  for (const change of history.changes)
    for (const { region, field } of change.differences)
      if (region !== undefined && isKind(field)) names.add(region);
  return [...names].sort((a, b) => Number(b === primary) - Number(a === primary) || compareText(a, b));
}

function isKind(field: string): field is AddressField {
  return addressFields.some(one => one === field);
}

/**
 * The tracks of one service, from observations and from the values of Azure's change history, which tells what was valid
 * just before a change and what since.
 */
export function tracksOf(
  history: History,
  resolved: Resolved = resolve(history.observations),
): readonly Track[] {
  const told = pointsOf(history);
  return regionsOf(history).flatMap(region =>
    addressFields.map(kind => ({
      region,
      kind,
      pieces: joined(
        withPoints(piecesOf(resolved, region, kind), [
          ...(told.byTrack.get(`${region}/${kind}`) ?? []),
          ...told.ofService,
        ]),
      ),
    })),
  );
}

function piecesOf(resolved: Resolved, region: string, kind: AddressField): Piece[] {
  return resolved.stretches.flatMap(({ observation, from, to }): Piece[] => {
    const { facts } = observation;
    if (isAbsent(facts)) return [{ from, to, state: 'no-service', addresses: [], key: 'no-service' }];
    if (!facts.regions) return [];
    const own = regionFacts(facts, region);
    if (!own) return [{ from, to, state: 'no-region', addresses: [], key: 'no-region' }];
    const value = own[kind];
    const key = value === undefined ? undefined : comparableOf(own, kind);
    if (value === undefined || key === undefined) return [];
    // Without outbound addresses of their own calls leave by the public ones (design 6).
    const addresses = value ?? (kind === 'outboundPublicIPAddresses' ? own.publicIPAddresses : null) ?? [];
    return [{ from, to, state: 'addresses', addresses, key: `=${key}` }];
  });
}

type Points = { readonly byTrack: Map<string, Piece[]>; readonly ofService: Piece[] };

/** Two pieces for each value of Azure's: what was valid until the moment, what was valid from it on. */
function pointsOf(history: History): Points {
  const points: Points = { byTrack: new Map(), ofService: [] };
  for (const change of history.changes) {
    if (change.source !== 'change-history') continue;
    const at = instantOf(change.at);
    for (const side of ['before', 'after'] as const) {
      const gone = change.differences.filter(one => one[side] === null);
      if (gone.some(one => one.region === undefined && one.field === 'tier'))
        points.ofService.push({ from: at, to: at, state: 'no-service', addresses: [], key: 'no-service' });
      const goneRegions = new Set(gone.flatMap(one => (one.field === 'primary' ? (one.region ?? []) : [])));
      for (const { region, field, [side]: value } of change.differences) {
        if (region === undefined || !isKind(field) || !isList(value)) continue;
        const track = `${region}/${field}`;
        const list = points.byTrack.get(track) ?? [];
        points.byTrack.set(track, list);
        const there = value !== null || !goneRegions.has(region);
        const key = there ? `=${comparable(field, value)}` : 'no-region';
        list.push({
          from: at,
          to: at,
          state: there ? 'addresses' : 'no-region',
          addresses: value ?? [],
          key,
        });
      }
    }
  }
  return points;
}

function isList(value: FactValue | undefined): value is readonly string[] | null {
  return value === null || Array.isArray(value);
}

/** Both lists are in order; at one moment what was told last stands last. */
function withPoints(pieces: readonly Piece[], points: readonly Piece[]): readonly Piece[] {
  if (points.length === 0) return pieces;
  const before = (piece: Piece) => piece.from + piece.to;
  const inOrder = [...points].sort((a, b) => a.from - b.from);
  const all: Piece[] = [];
  let next = 0;
  for (const piece of pieces) {
    for (let point = inOrder[next]; point && before(point) < before(piece); point = inOrder[++next])
      all.push(point);
    all.push(piece);
  }
  return [...all, ...inOrder.slice(next)];
}

/** Neighbours with equal values that touch or overlap are one piece; a gap between them stays a gap. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last && last.key === piece.key && piece.from <= last.to)
      all[all.length - 1] = {
        ...last,
        from: Math.min(last.from, piece.from),
        to: Math.max(last.to, piece.to),
      };
    else all.push(piece);
  }
  return all;
}
