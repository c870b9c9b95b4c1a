import { compareText } from '../compare-text.ts';
import type { Entry, ServiceGuidance } from '../guidance/contract.ts';
import type { NoticeCode } from '../guidance/notices.ts';
import { type Purpose, purposes } from '../guidance/purpose.ts';
import { type QuestionId, questionOf } from '../guidance/questions.ts';
import { type IpRange, parseIpRange } from '../ranges/ip-range.ts';
import { type RangeSet, rangeSet } from '../ranges/range-set.ts';

/** What a list can be for, as it is chosen; the three kinds of subnet rule are one question. DNS records are no rules. */
export const checkQuestions = [
  'clients',
  'internet-back-ends',
  'private-back-ends',
  'management',
] as const satisfies readonly QuestionId[];
export type CheckQuestion = (typeof checkQuestions)[number];

/** The purposes of the guidance contract behind the chosen questions. */
export function purposesOf(questions: readonly CheckQuestion[]): readonly Purpose[] {
  return purposes.filter(purpose => questions.some(question => question === questionOf(purpose)));
}

/** Who needs a value, and for what. */
export type NeedUse = {
  readonly serviceId: string;
  readonly service: string;
  /** Azure's short form; absent for what holds for the whole service. */
  readonly region?: string;
  readonly purpose: Purpose;
  /** The field that the value was read from. */
  readonly from: string;
};

export type NeedValue =
  | { readonly kind: 'range'; readonly range: IpRange }
  /** `set`: the ranges behind the tag, null where they were not read. */
  | { readonly kind: 'tag'; readonly name: string; readonly set: RangeSet | null }
  | { readonly kind: 'host'; readonly host: string };

/** A value that the chosen services need for the chosen purposes; one that several need is one need. */
export type Need = {
  readonly value: NeedValue;
  readonly side: 'source' | 'destination';
  /** Empty: not known. */
  readonly ports: readonly number[];
  readonly required: boolean;
  readonly uses: readonly NeedUse[];
};

/** Something about the needs that is not known: no list can be called complete while there is one. */
export type Gap = {
  readonly service: string;
  readonly region?: string;
  readonly purpose: Purpose;
  readonly code: NoticeCode;
  readonly text: string;
};

/** What the services need for the purposes, and what of it is not known. */
export function needsOf(
  guidance: readonly ServiceGuidance[],
  asked: readonly Purpose[],
): { readonly needs: readonly Need[]; readonly gaps: readonly Gap[] } {
  const wanted = new Set(asked);
  const needs = new Map<string, Need>();
  const gaps: Gap[] = [];
  for (const service of guidance) {
    for (const entry of service.entries) {
      if (!wanted.has(entry.purpose) || entry.valueIs === 'record') continue;
      const value = valueOfEntry(entry);
      if (!value) continue;
      const key = [entry.kind, entry.value.toLowerCase(), entry.valueIs, entry.ports.join('+')].join(' ');
      needs.set(key, joined(needs.get(key), needOf(entry, value, service)));
    }
    gaps.push(...gapsOf(service, wanted));
  }
  const sorted = [...needs].sort(([a], [b]) => compareText(a, b)).map(([, need]) => need);
  return { needs: sorted.sort((a, b) => rank(a) - rank(b)), gaps };
}

/** Ranges first, in the order of their addresses. */
function rank({ value }: Need): number {
  return value.kind === 'range' ? Number(value.range.start) : Number.POSITIVE_INFINITY;
}

function valueOfEntry(entry: Entry): NeedValue | undefined {
  if (entry.kind === 'hostName') return { kind: 'host', host: entry.value };
  if (entry.kind === 'cidr') {
    const range = parseIpRange(entry.value);
    return range && { kind: 'range', range };
  }
  const ranges = entry.prefixes?.flatMap(prefix => parseIpRange(prefix) ?? []);
  return { kind: 'tag', name: entry.value, set: ranges ? rangeSet(ranges) : null };
}

function needOf(entry: Entry, value: NeedValue, { id, name }: ServiceGuidance): Need {
  const { purpose, from, region, ports, required, valueIs } = entry;
  return {
    value,
    side: valueIs === 'destination' ? 'destination' : 'source',
    ports,
    required,
    uses: [{ serviceId: id, service: name, purpose, from, ...(region === undefined ? {} : { region }) }],
  };
}

function joined(a: Need | undefined, b: Need): Need {
  return a ? { ...a, required: a.required || b.required, uses: [...a.uses, ...b.uses] } : b;
}

/** What guidance calls unknown; and, on tiers without an address of their own, that no list of addresses is their own. */
function gapsOf(service: ServiceGuidance, asked: ReadonlySet<Purpose>): readonly Gap[] {
  const unknown = service.unknown
    .filter(({ purpose }) => asked.has(purpose))
    .map(
      ({ code, text, purpose, region }): Gap => ({
        service: service.name,
        purpose,
        code,
        text,
        ...(region === undefined ? {} : { region }),
      }),
    );
  const shared = service.entries.filter(entry => asked.has(entry.purpose) && entry.stability === 'shared');
  const sharedGaps = shared.map(
    ({ purpose, region, value }): Gap => ({
      service: service.name,
      purpose,
      code: 'shared-ranges',
      text: `It has no address of its own: it calls from ${value}, which others share.`,
      ...(region === undefined ? {} : { region }),
    }),
  );
  return [...unknown, ...sharedGaps];
}
