import type { ObservationSource } from '../../domain/timeline/facts.ts';
import type { ServiceKey } from '../schema.ts';
import type { LastSight, LastSights, TeamPart } from './team-part.ts';

/** A part that counts: `serial` is its key beside the service. */
export type KeptPart = Pick<TeamPart, 'hash' | 'last'> & { readonly serial: number };

/** How an index lies in the database: numbers of a part in a row, {@link stride} each. */
export type IndexRecord = { readonly names: readonly ServiceKey[]; readonly rows: Float64Array };

const stride = 7;

/** The parts of each service, in the order of the file. It says what counts: a file is taken when its index is written. */
export class TeamIndex {
  private readonly parts = new Map<ServiceKey, KeptPart[]>();

  constructor(record?: IndexRecord) {
    if (!record) return;
    const { names, rows } = record;
    for (let at = 0; at + stride <= rows.length; at += stride) {
      const [name = -1, serial = 0, hash = 0, ...sights] = rows.subarray(at, at + stride);
      const service = names[name];
      if (service !== undefined) this.add(service, { serial, hash, last: sightsOf(sights) });
    }
  }

  get services(): Iterable<ServiceKey> {
    return this.parts.keys();
  }

  get record(): IndexRecord {
    const names = [...this.parts.keys()];
    const rows = [...this.parts.values()].flatMap((parts, name) =>
      parts.flatMap(({ serial, hash, last }) => [name, serial, hash, ...numbersOf(last)]),
    );
    return { names, rows: Float64Array.from(rows) };
  }

  has(service: ServiceKey): boolean {
    return this.parts.has(service);
  }

  partsOf(service: ServiceKey): readonly KeptPart[] {
    return this.parts.get(service) ?? [];
  }

  add(service: ServiceKey, part: KeptPart): void {
    const own = this.parts.get(service);
    if (own) own.push(part);
    else this.parts.set(service, [part]);
  }

  /** True where the team last saw a service as it is: the two together tell no change that the team does not tell alone. */
  lastSaw(service: ServiceKey, source: ObservationSource, facts: number): boolean {
    return this.partsOf(service).at(-1)?.last[source].facts === facts;
  }
}

function numbersOf({ arm, 'resource-graph': graph }: LastSights): readonly number[] {
  return [arm.until, arm.facts, graph.until, graph.facts];
}

function sightsOf([armUntil = 0, arm = 0, graphUntil = 0, graph = 0]: readonly number[]): LastSights {
  const sight = (until: number, facts: number): LastSight => ({ until, facts });
  return { arm: sight(armUntil, arm), 'resource-graph': sight(graphUntil, graph) };
}

/** True for what may be an index; anything else is as if no file had been read. */
export function isIndexRecord(value: unknown): value is IndexRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'names' in value &&
    'rows' in value &&
    Array.isArray(value.names) &&
    value.names.every(name => typeof name === 'string') &&
    value.rows instanceof Float64Array
  );
}
