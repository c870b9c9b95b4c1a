import { endText, formerKind } from '../former-address.ts';
import { rangeText } from '../ranges/ip-range.ts';
import { regionLabel } from '../region.ts';
import { visibleText } from '../visible-text.ts';
import { isPublic, type TagAnswer, type TermAnswer } from './answer.ts';
import { type FindHit, isCertain, serviceOf } from './hit.ts';
import type { Place } from './place.ts';
import { nameInDefaultHost } from './text-hits.ts';
import { unreadCountText } from './unread-place.ts';
import { hitWords } from './words.ts';

/** How much of what could hold an answer was read: what was not weakens every "not one of yours". */
export type Coverage = {
  /** The services are still being read. */
  readonly underWay: boolean;
  /** Subscriptions that could not be read; more than can be named where `incomplete`. */
  readonly missing: number;
  readonly incomplete: boolean;
  /** Subnets and private endpoints in use: whether their reading is under way, and how many could not be read. */
  readonly network: { readonly pending: boolean; readonly unread: number };
  /** Service tags are being looked up. */
  readonly tagsPending: boolean;
};

export type Verdict = {
  /** One sentence that can be quoted in a ticket. */
  readonly title: string;
  /** What weakens or completes it, a sentence each. */
  readonly details: readonly string[];
  readonly tone: 'found' | 'was' | 'may' | 'none' | 'unreadable' | 'reading';
};

/** The answer to one term as a sentence. */
export function verdictOf({ term, hits, beyond }: TermAnswer, coverage: Coverage): Verdict {
  if (term.kind === 'unreadable') {
    return { title: `“${visibleText(term.text)}” ${term.problem}.`, details: [], tone: 'unreadable' };
  }
  const asked = term.kind === 'range' ? askedText(term) : visibleText(term.text);
  const [first] = hits;
  if (!first) return nothing(asked, term, coverage, beyond);
  const current = hits.filter(hit => hit.kind === 'address' || isCertain(hit));
  // A former address stands first where it is exactly what was asked for, and at most lies in a range of today.
  if (first.kind === 'former') {
    const holding = current.filter(hit => hit.kind === 'address');
    return {
      title: formerTitle(asked, first),
      details: [
        noneHasItNow(coverage),
        ...holdingText(holding),
        ...(beyond ? beyondTexts(beyond, coverage) : []),
        ...weakenings(coverage, beyond?.space === 'inside' && holding.length === 0),
      ],
      tone: 'was',
    };
  }
  if (current.length > 0) return found(asked, term, current, coverage);
  const doubts = [
    ...weakenings(coverage, beyond?.space === 'inside'),
    ...(beyond ? beyondTexts(beyond, coverage) : []),
  ];
  const services = new Set(hits.flatMap(hit => (hit.kind === 'shared' ? hit.services : []))).size;
  const title = `${asked} is nobody’s own here; it could be ${counted(services, 'service')} on shared addresses.`;
  return { title, details: [noneHasItNow(coverage), ...doubts], tone: 'may' };
}

/** The sentence tells of subnets and private endpoints that could not be read: which they are is then worth a look. */
export function doubtsNetwork({ details }: Verdict, unread: number): boolean {
  return unread > 0 && details.some(text => text.startsWith(unreadCountText(unread)));
}

type Hit<K extends FindHit['kind']> = Extract<FindHit, { readonly kind: K }>;

function formerTitle(asked: string, { former, service }: Hit<'former'>): string {
  const name = service?.name ?? former.service.split('/').pop() ?? former.service;
  return `${asked} was the ${formerKind(former)} of ${name} in ${regionLabel(former.region)}, ${endText(former)}.`;
}

/** The ranges of today that hold a former address. */
function holdingText(hits: readonly Hit<'address'>[]): readonly string[] {
  const [first, ...others] = hits;
  if (!first) return [];
  return others.length === 0
    ? [addressTitle('It', first.place, first.relation)]
    : [`It lies in ${hits.length} ranges of ${named(servicesOf(hits))}.`];
}

function askedText(term: Extract<TermAnswer['term'], { kind: 'range' }>): string {
  return term.partial ? `${term.text} (${rangeText(term.range)})` : rangeText(term.range);
}

function found(
  asked: string,
  term: TermAnswer['term'],
  hits: readonly FindHit[],
  coverage: Coverage,
): Verdict {
  const certain = hits.filter(isCertain);
  const [only] = certain.length === 1 ? certain : certain.length === 0 && hits.length === 1 ? hits : [];
  if (!only)
    return {
      title: severalTitle(asked, term, certain.length > 0 ? certain : hits),
      details: [],
      tone: 'found',
    };
  const others = new Set(hits.filter(hit => hit !== only).flatMap(hit => serviceOf(hit)?.id ?? []));
  others.delete(serviceOf(only)?.id ?? '');
  const overlap =
    others.size > 0 ? [`It also lies in the subnet range of ${counted(others.size, 'other service')}.`] : [];
  const doubts = certain.length > 0 ? [] : weakenings(coverage, isInside(only));
  return { title: onlyTitle(asked, only), details: [...overlap, ...doubts], tone: 'found' };
}

function severalTitle(asked: string, term: TermAnswer['term'], hits: readonly FindHit[]): string {
  const services = servicesOf(hits);
  if (term.kind !== 'range') return `${asked} fits ${counted(services.size, 'service')}.`;
  const exact = hits.filter(hit => hit.kind === 'address' && hit.relation === 'exact');
  const holding = hits.filter(hit => hit.kind === 'address' && hit.relation === 'holds');
  if (exact.length + holding.length < hits.length) {
    return `${asked} holds ${hits.length} addresses of ${named(services)}.`;
  }
  if (exact.length === 0) return `${asked} lies in ${hits.length} ranges of ${named(services)}.`;
  const owners = servicesOf(exact);
  const others = new Map([...servicesOf(holding)].filter(([id]) => !owners.has(id)));
  if (others.size > 0) {
    return `${asked} is an address of ${named(owners)} and lies in a range of ${named(others)}.`;
  }
  const overlap = owners.size > 1 ? ': their networks overlap' : '';
  return `${asked} is an address of ${named(owners)}${overlap}.`;
}

type Names = ReadonlyMap<string, string>;

function servicesOf(hits: readonly FindHit[]): Names {
  return new Map(hits.flatMap(hit => serviceOf(hit) ?? []).map(({ id, name }) => [id, name]));
}

function named(services: Names): string {
  const [name = ''] = services.values();
  return services.size === 1 ? name : counted(services.size, 'service');
}

function onlyTitle(asked: string, hit: FindHit): string {
  if (hit.kind === 'address') return addressTitle(asked, hit.place, hit.relation);
  const { role, value } = hitWords(hit);
  if (hit.kind === 'host') return `${value} is the ${lower(role)} of ${hit.service.name}.`;
  if (hit.kind === 'resource') return `${hit.service.name} ${hit.what}.`;
  return hit.kind === 'service' ? `${hit.service.name} is one of your services.` : '';
}

/** Of a private network: subnets that were not read may hold it too. */
function isInside(hit: FindHit): boolean {
  return hit.kind === 'address' && !isPublic(hit.place.range);
}

function addressTitle(asked: string, place: Place, relation: string): string {
  const { role } = hitWords({ kind: 'address', place, relation: 'exact' });
  const where = place.region ? ` in ${regionLabel(place.region.displayName)}` : '';
  const value = rangeText(place.range);
  const owner = `${place.service.name}${where}`;
  const [only] = place.roles;
  if (only === 'reported') return `Azure reports ${value} for ${owner}, where it is not dedicated.`;
  if (only === 'subnet-range') return `${asked} lies in the subnet range ${value} of ${owner}.`;
  const what = lower(role);
  if (relation === 'exact') return `${asked} is the ${what} of ${owner}.`;
  if (relation === 'holds') return `${asked} lies in ${value}, the ${what} of ${owner}.`;
  return `${asked} holds ${value}, the ${what} of ${owner}.`;
}

function nothing(
  asked: string,
  term: TermAnswer['term'],
  coverage: Coverage,
  beyond: TermAnswer['beyond'],
): Verdict {
  if (coverage.underWay) {
    return {
      title: `${asked} has not been found so far.`,
      details: ['The services are still being read.'],
      tone: 'reading',
    };
  }
  const isRange = term.kind === 'range';
  const doubts = weakenings(coverage, beyond?.space === 'inside');
  if (isRange) {
    const title =
      doubts.length > 0 ? `${asked} was not found in what could be read.` : `${asked} is not one of yours.`;
    return { title, details: [...doubts, ...(beyond ? beyondTexts(beyond, coverage) : [])], tone: 'none' };
  }
  const what = {
    host: 'the host name',
    name: 'a name like',
    'arm-id': 'the id',
    subscription: 'the subscription',
  };
  const kind = term.kind === 'unreadable' ? '' : what[term.kind];
  const name = term.kind === 'host' ? nameInDefaultHost(term.host) : undefined;
  const details =
    name === undefined ? doubts : [`It is a default name of a service called ${name}.`, ...doubts];
  return { title: `No service that you may read has ${kind} ${asked}.`, details, tone: 'none' };
}

function noneHasItNow({ underWay }: Coverage): string {
  return underWay
    ? 'The services are still being read.'
    : 'No service that you may read is known to have it now.';
}

/** What was not read and could hold it; subnets only where the address is of a private network. */
function weakenings({ missing, incomplete, network }: Coverage, inside: boolean): readonly string[] {
  return [
    ...(missing > 0
      ? [`${counted(missing, 'subscription')} could not be read: it may be there.`]
      : incomplete
        ? ['Not all services could be read: it may be among the others.']
        : []),
    ...(inside && network.pending ? ['Subnet ranges are being read.'] : []),
    ...(inside && !network.pending && network.unread > 0
      ? [`${unreadCountText(network.unread)}: it may be there.`]
      : []),
  ];
}

/** What else can be told: the tags that hold it, and what was not looked up. */
function beyondTexts(
  { space, tags }: NonNullable<TermAnswer['beyond']>,
  { tagsPending }: Coverage,
): readonly string[] {
  if (space === 'inside') return ['It is an address of a private network, not of the internet.'];
  if (tags.length === 0) return ['Service tags were not looked up.'];
  if (tagsPending) return ['The service tags of your regions are being looked up.'];
  const inside = tags.filter(({ state }) => state === 'inside' || state === 'partly').map(insideText);
  const looked = tags.filter(({ state }) => state === 'inside' || state === 'partly' || state === 'outside');
  const missed = tags.length - looked.length;
  const outside =
    inside.length === 0 && looked.length > 0
      ? [`It lies in none of the ${counted(looked.length, 'service tag')} of Azure that were looked up.`]
      : [];
  const rest =
    missed > 0
      ? `${counted(missed, 'service tag')} of your regions and all others were not looked up.`
      : 'Other service tags were not looked up.';
  return [...inside, ...outside, rest];
}

function insideText({ tag, region, state }: TagAnswer): string {
  const where = state === 'partly' ? 'It lies partly in' : 'It lies in';
  if (region === undefined)
    return `${where} ${tag}, the addresses from which Azure manages API Management services.`;
  return `${where} ${tag}, the public ranges of Azure in ${regionLabel(region)}.`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `Public IP and outbound IP` inside a sentence. */
function lower(role: string): string {
  return role.charAt(0).toLowerCase() + role.slice(1);
}
