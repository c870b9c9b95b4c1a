import { publicSpace } from '../guidance/public-space.ts';
import type { IpRange } from '../ranges/ip-range.ts';
import { containsRange, touchesRange } from '../ranges/range-set.ts';
import { addressHits, tagsWorthALook } from './address-hits.ts';
import { type FindHit, isCertain } from './hit.ts';
import type { FindSources } from './sources.ts';
import type { FindTerm } from './term.ts';
import { hostHits, idHits, nameHits } from './text-hits.ts';

/** Where a range lies with regard to one service tag. */
export type TagAnswer = {
  readonly tag: string;
  /** Azure's short form of the tag's region; undefined for a tag of the whole cloud. */
  readonly region: string | undefined;
  readonly state: 'inside' | 'partly' | 'outside' | 'not-looked-up' | 'not-returned';
};

export type TermAnswer = {
  readonly term: FindTerm;
  /** Those that say most first. */
  readonly hits: readonly FindHit[];
  /** For an address that no service is known to have now: what else can be told about it. */
  readonly beyond: {
    /** `inside`: of a network's own (RFC 1918 and its like), on no public range. */
    readonly space: 'public' | 'inside';
    readonly tags: readonly TagAnswer[];
  } | null;
};

/**
 * Answers each term. Beside an address, an id or a host name on the same line a plain word counts only where it is a
 * service's name, or looks like part of one: in the sentence of a ticket the others are no questions.
 */
export function answerTerms(terms: readonly FindTerm[], sources: FindSources): readonly TermAnswer[] {
  const lines = new Set(terms.filter(({ kind }) => kind !== 'name').map(({ line }) => line));
  return terms
    .map(term => answerTerm(term, sources))
    .filter(({ term, hits }) => term.kind !== 'name' || !lines.has(term.line) || isNamed(term.name, hits));
}

function isNamed(name: string, hits: readonly FindHit[]): boolean {
  return hits.some(hit => hit.kind === 'service' && (hit.match === 'name' || name.includes('-')));
}

function answerTerm(term: FindTerm, sources: FindSources): TermAnswer {
  if (term.kind !== 'range') return { term, hits: textHits(term, sources), beyond: null };
  const found = [...addressHits(term.range, sources)].sort((a, b) => weight(a) - weight(b));
  if (!found.some(isCertain)) return { term, hits: found, beyond: beyondOf(term.range, sources) };
  // An address that belongs to one service is shared with none.
  return { term, hits: found.filter(({ kind }) => kind !== 'shared'), beyond: null };
}

function textHits(term: FindTerm, { index }: FindSources): readonly FindHit[] {
  switch (term.kind) {
    case 'host':
      return hostHits(term.host, index);
    case 'arm-id':
      return idHits(term.id, index);
    case 'subscription':
      return idHits(`/subscriptions/${term.id}`, index);
    case 'name':
      return nameHits(term.name, index);
    default:
      return [];
  }
}

/**
 * A service's own address or range, then, in the order of how much they say, exactly what was asked for (a subnet, a
 * reported address, a former one), what merely holds it, and what it could be.
 */
function weight(hit: FindHit): number {
  if (hit.kind === 'former') return hit.relation === 'exact' ? 4 : 7;
  if (hit.kind !== 'address') return 8;
  const isExact = hit.relation === 'exact';
  if (isCertain(hit)) return isExact ? 0 : 1;
  const isSubnet = hit.place.roles.includes('subnet-range');
  if (isExact) return isSubnet ? 2 : 3;
  return isSubnet ? 5 : 6;
}

function beyondOf(range: IpRange, { index, tags }: FindSources): TermAnswer['beyond'] {
  if (!isPublic(range)) return { space: 'inside', tags: [] };
  return {
    space: 'public',
    tags: tagsWorthALook(index).map(({ tag, region }): TagAnswer => {
      const loaded = tags.get(tag.toLowerCase());
      const place = tag.includes('.') ? region : undefined;
      if (loaded === undefined) return { tag, region: place, state: 'not-looked-up' };
      if (loaded === null) return { tag, region: place, state: 'not-returned' };
      const state = containsRange(loaded.set, range)
        ? 'inside'
        : touchesRange(loaded.set, range)
          ? 'partly'
          : 'outside';
      return { tag: loaded.name, region: place, state };
    }),
  };
}

/**
 * True where subnets and private endpoints may say more: of an address that nobody is known to have, and of every
 * private one, since private ranges overlap and all candidates are to be named.
 */
export function needsNetwork(answers: readonly TermAnswer[]): boolean {
  return answers.some(
    ({ term, beyond }) => term.kind === 'range' && (beyond !== null || !isPublic(term.range)),
  );
}

/** True where service tags may say more: of an address of the internet that nobody is known to have. */
export function needsTags(answers: readonly TermAnswer[]): boolean {
  return answers.some(({ beyond }) => beyond?.space === 'public');
}

/** Some of it can be reached on the internet. */
export function isPublic(range: IpRange): boolean {
  return publicSpace[range.family].some(space => space.start <= range.end && range.start <= space.end);
}
