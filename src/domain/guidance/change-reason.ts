import { regionLabel } from '../region.ts';
import type { ServiceRegion } from '../service.ts';
import { docs } from './docs.ts';
import type { Situation } from './situation.ts';

/** One reason why an address of this service could change, as it stands today. */
export type ChangeReason = {
  /** The cause that the timeline would give such a change, where it has one. */
  readonly code: string;
  /** `now`: something today makes it likely. `if-you`: only by a decision of the owner. */
  readonly when: 'now' | 'if-you';
  /** `documented` by Microsoft, or `reported` by users or Microsoft staff and in no list of Microsoft's. */
  readonly basis: 'documented' | 'reported';
  readonly title: string;
  readonly text: string;
  readonly affects: readonly ('public IP' | 'outbound IP' | 'private VIP' | 'subnet range')[];
  /** Short forms; absent for the whole service. */
  readonly regions?: readonly string[];
  readonly docs: string;
};

/** A documented reason that takes a decision of the owner. */
export function reason(code: string, title: string, text: string, situation: Situation): ChangeReason {
  return {
    code,
    when: 'if-you',
    basis: 'documented',
    title,
    text,
    affects: addressesOf(situation),
    docs: docs.addresses,
  };
}

export function isClassic(situation: Situation): boolean {
  return situation === 'dedicated' || situation.startsWith('classic-');
}

export function addressesOf(situation: Situation): ChangeReason['affects'] {
  return situation === 'classic-internal'
    ? ['public IP', 'outbound IP', 'private VIP']
    : ['public IP', 'outbound IP'];
}

export function placesOf(regions: readonly ServiceRegion[]): { readonly regions?: readonly string[] } {
  return regions.length === 0 ? {} : { regions: regions.map(({ name }) => name) };
}

export function namesOf(regions: readonly ServiceRegion[]): string {
  const names = regions.map(({ displayName }) => regionLabel(displayName));
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
