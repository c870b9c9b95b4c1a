import type { FindHit } from '../../domain/find/hit.ts';
import { hitRegion, hitWords } from '../../domain/find/words.ts';

/**
 * Hits with a key each that stays when others come between them, so that the focus stays on the service that it is on.
 * A service may be found several times by the same address.
 */
export function keyedHits(hits: readonly FindHit[]): readonly (readonly [key: string, hit: FindHit])[] {
  const seen = new Map<string, number>();
  return hits.map(hit => {
    const { role, value } = hitWords(hit);
    const what = `${ownerOf(hit)} ${hitRegion(hit)} ${role} ${value}`;
    const times = (seen.get(what) ?? 0) + 1;
    seen.set(what, times);
    return [`${what} ${times}`, hit];
  });
}

function ownerOf(hit: FindHit): string {
  if (hit.kind === 'shared') return hit.tag;
  if (hit.kind === 'former') return hit.former.service;
  return hit.kind === 'address' ? hit.place.service.id : hit.service.id;
}
