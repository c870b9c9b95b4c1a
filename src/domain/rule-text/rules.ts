import { armKey } from '../arm-id.ts';
import { compareText } from '../compare-text.ts';
import { groupBy } from '../group-by.ts';
import type { Entry } from '../guidance/contract.ts';
import { guidanceDocument } from '../guidance/guidance.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { purposes as allPurposes } from '../guidance/purpose.ts';
import type { RuleTextInput } from './types.ts';

/** What one rule allows. Service tags stand alone: Azure takes one tag in a rule, or a list of ranges. */
export type RuleValues =
  | { readonly kind: 'cidr'; readonly cidrs: readonly string[] }
  | {
      readonly kind: 'serviceTag';
      readonly tag: string;
      /** Null where the ranges behind the tag were not read. */
      readonly prefixes: readonly string[] | null;
      readonly changeNumber: string | null;
    }
  | { readonly kind: 'hostName'; readonly names: readonly string[] }
  | {
      readonly kind: 'record';
      readonly records: readonly { readonly name: string; readonly cidr: string }[];
    };

/** Everything of one purpose that is enforced alike, over all services. */
export type Rule = Pick<Entry, 'purpose' | 'enforceAt' | 'valueIs' | 'protocol' | 'ports' | 'required'> & {
  readonly values: RuleValues;
  /** The entries behind it, for the formats that list them one by one. */
  readonly entries: readonly [RuleEntry, ...RuleEntry[]];
  readonly services: readonly RuleService[];
  readonly reason: string;
};

export type RuleService = { readonly id: string; readonly name: string };
export type RuleEntry = Entry & { readonly service: RuleService };

/** Groups entries into rules: by purpose, place, direction, ports and kind; each service tag on its own. */
export function rulesOf({ services, purposes = allPurposes, generatedAt }: RuleTextInput): readonly Rule[] {
  const entries = guidanceDocument(services, generatedAt).services.flatMap(({ id, name, entries }) =>
    entries
      .filter(({ purpose }) => purposes.includes(purpose))
      .map((entry): RuleEntry => ({ ...entry, service: { id, name } })),
  );
  const groups = groupBy(entries, groupKey);
  return [...groups].sort(([a], [b]) => compareText(a, b)).map(([, entries]) => ruleOf(entries));
}

function groupKey({ purpose, required, enforceAt, valueIs, protocol, ports, kind, value }: Entry): string {
  const order = String(allPurposes.indexOf(purpose));
  const tag = kind === 'serviceTag' ? value : '';
  return JSON.stringify([order, required ? 0 : 1, enforceAt, valueIs, protocol, ports, kind, tag]);
}

function ruleOf(entries: Rule['entries']): Rule {
  const { purpose, enforceAt, valueIs, protocol, ports, required, reason } = entries[0];
  const services = new Map(entries.map(({ service }) => [armKey(service.id), service]));
  return {
    purpose,
    enforceAt,
    valueIs,
    protocol,
    ports,
    required,
    reason,
    values: valuesOf(entries),
    entries,
    services: [...services].sort(([a], [b]) => compareText(a, b)).map(([, service]) => service),
  };
}

function valuesOf(entries: Rule['entries']): RuleValues {
  const [first] = entries;
  const values = sortedSet(entries.map(({ value }) => value));
  if (first.valueIs === 'record') {
    const records = new Map(
      entries.map(({ name = '', value }) => [JSON.stringify([name, value]), { name, cidr: value }]),
    );
    return { kind: 'record', records: [...records].sort(([a], [b]) => compareText(a, b)).map(([, r]) => r) };
  }
  if (first.kind === 'cidr') return { kind: 'cidr', cidrs: values };
  if (first.kind === 'hostName') return { kind: 'hostName', names: values };
  const newest = entries
    .filter(({ prefixes }) => prefixes !== undefined)
    .sort((a, b) => Number(b.changeNumber ?? 0) - Number(a.changeNumber ?? 0))[0];
  return {
    kind: 'serviceTag',
    tag: first.value,
    prefixes: newest?.prefixes ?? null,
    changeNumber: newest?.changeNumber ?? null,
  };
}

/** Without repetition, in order of code units. */
export function sortedSet(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareText);
}

/** What the rule is called in a sentence. */
export function purposeWords(purpose: Purpose): string {
  return words[purpose];
}

const words: Readonly<Record<Purpose, string>> = {
  clients: 'Clients to the service',
  'internet-back-ends': 'Service to internet back ends',
  'private-back-ends': 'Service to private back ends',
  management: 'Azure management',
  'load-balancer': 'Azure load balancer',
  'traffic-manager': 'Azure Traffic Manager',
  dns: 'DNS records inside the network',
};
