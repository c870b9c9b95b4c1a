import type { FormerAddress } from '../former-address.ts';
import type { IpRange } from '../ranges/ip-range.ts';
import type { Service, ServiceRegion } from '../service.ts';
import type { Place } from './place.ts';

/** How what was found lies to what was asked for. */
export type Relation = 'exact' | 'holds' | 'lies-in' | 'overlaps';

/** One answer. Those that name an address of a service's own come first. */
export type FindHit =
  | { readonly kind: 'address'; readonly place: Place; readonly relation: Relation }
  | {
      readonly kind: 'former';
      readonly former: FormerAddress;
      /** The service as it is now; null where it is gone or may not be read. */
      readonly service: Service | null;
      readonly range: IpRange;
      readonly relation: Relation;
    }
  /** Services on shared addresses in a region whose ranges hold what was asked for: it could be theirs. */
  | {
      readonly kind: 'shared';
      readonly tag: string;
      readonly region: ServiceRegion;
      readonly services: readonly Service[];
    }
  | {
      readonly kind: 'host';
      readonly service: Service;
      readonly host: string;
      /** Proxy, Portal, Management, ... as ARM writes it; `default` for a default name that ARM does not list. */
      readonly type: string;
      readonly exact: boolean;
    }
  | { readonly kind: 'service'; readonly service: Service; readonly match: 'id' | 'name' | 'begins' | 'part' }
  | {
      readonly kind: 'resource';
      readonly service: Service;
      readonly region: ServiceRegion | null;
      readonly what: string;
    };

/** How a range lies to the one that was asked for. */
export function relationOf(found: IpRange, asked: IpRange): Relation {
  if (found.start === asked.start && found.end === asked.end) return 'exact';
  if (found.start <= asked.start && found.end >= asked.end) return 'holds';
  return found.start >= asked.start && found.end <= asked.end ? 'lies-in' : 'overlaps';
}

/** The service of a hit; null where it is gone, or where the hit stands for several. */
export function serviceOf(hit: FindHit): Service | null {
  switch (hit.kind) {
    case 'address':
      return hit.place.service;
    case 'shared':
      return null;
    default:
      return hit.service;
  }
}

/** True for a hit that says whose the address is now; a former, shared or merely reported address does not. */
export function isCertain(hit: FindHit): boolean {
  if (hit.kind !== 'address') return hit.kind !== 'former' && hit.kind !== 'shared';
  return hit.place.roles.some(
    role => role !== 'reported' && role !== 'precreated-ip' && role !== 'subnet-range',
  );
}
