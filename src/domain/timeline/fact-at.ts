import { placeIn } from './at-date.ts';
import { comparable } from './comparable.ts';
import type { FactValue, RegionField, ServiceFacts, ServiceField } from './facts.ts';
import type { Stretch } from './resolve.ts';

/** What the record tells of one fact at one instant. */
export type FactAt =
  /** `known`: seen before and after; `same`: in a gap, equal on both sides; `last-seen`: nothing later is known. */
  | { readonly state: 'known' | 'same' | 'last-seen'; readonly value: FactValue }
  /** It became another one somewhere in the gap that the instant lies in. */
  | { readonly state: 'changed'; readonly before: FactValue; readonly after: FactValue }
  /** `absent`: there was no service, or no such region, that could have it. */
  | { readonly state: 'unknown' | 'absent' };

/** `absent` where nothing was there that could have the fact, undefined where it was not read. */
export type ReadFact = (facts: ServiceFacts) => FactValue | 'absent' | undefined;

/** The value of a field at an instant (milliseconds since 1970). `absent` is no value that Azure gives any of them. */
export function factAt(
  stretches: readonly Stretch[],
  instant: number,
  field: ServiceField | RegionField,
  read: ReadFact,
): FactAt {
  const pieces = stretches.flatMap(({ observation, from, to }) => {
    const value = read(observation.facts);
    const key = value === 'absent' ? value : comparable(field, value);
    return value === undefined || key === undefined ? [] : [{ from, to, value, key }];
  });
  const found = placeIn(pieces, instant);
  switch (found.place) {
    case 'before':
      return { state: 'unknown' };
    case 'in':
      return valued('known', found.piece.value);
    case 'after':
      return valued('last-seen', found.last.value);
    case 'between': {
      const { before, after } = found;
      if (before.key === after.key) return valued('same', after.value);
      if (before.value === 'absent' || after.value === 'absent') return { state: 'unknown' };
      return { state: 'changed', before: before.value, after: after.value };
    }
  }
}

function valued(state: 'known' | 'same' | 'last-seen', value: FactValue): FactAt {
  return value === 'absent' ? { state: 'absent' } : { state, value };
}

/** The value where it is certain enough to be worked with; undefined otherwise. */
export function certain(fact: FactAt): FactValue | undefined {
  return 'value' in fact ? fact.value : undefined;
}
