import { parseRange } from '../address.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { listed, nothingToAllow, type Remarks, remarksOf } from './remarks.ts';
import { ruleName } from './rule-name.ts';
import { purposeWords, type Rule, rulesOf } from './rules.ts';
import type { RuleTextInput } from './types.ts';

/** One side of a rule: a tag, a list of ranges, or what the reader has to say. */
export type NsgSide =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'cidrs'; readonly cidrs: readonly string[] }
  /** A range of the reader's own, of the family that the other side has. */
  | { readonly kind: 'placeholder'; readonly v6: boolean };

export type NsgRule = {
  readonly name: string;
  /** What the rule is for, and for which services. */
  readonly words: string;
  readonly description: string;
  readonly place: NsgPlace;
  readonly direction: 'Inbound' | 'Outbound';
  readonly source: NsgSide;
  readonly destination: NsgSide;
  /** Empty: the reader has to say. */
  readonly ports: readonly number[];
};

/** Whose network security group a rule belongs into; its name is the stem of the reader's parameters. */
export type NsgPlace = {
  readonly stem: readonly string[];
  readonly words: string;
};

export type NsgAnswer =
  | { readonly rules: readonly NsgRule[]; readonly remarks: Remarks; readonly notes: readonly string[] }
  | { readonly reason: string };

/** Source: learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits, networking limits. */
const maximum = { rules: 1000, ranges: 4000 };

/** Any source port: the client chooses one. Written out, because a rule text must hold no wildcard. */
export const anySourcePort = '0-65535';

/** What a network security group can hold of the answer. What it cannot is said in the notes. */
export function nsgRules(input: RuleTextInput): NsgAnswer {
  const remarks = remarksOf(input);
  const rules = rulesOf(input);
  const { notes, usable } = sortOut(rules, input.includeOptional === true);
  const made = usable.flatMap(nsgRulesOf);
  if (rules.length === 0) return { reason: nothingToAllow(remarks) };
  if (made.length === 0) return { reason: notes.join(' ') };
  const ranges = made.flatMap(({ source, destination }) =>
    [source, destination].flatMap(side => (side.kind === 'cidrs' ? side.cidrs : [])),
  );
  if (made.length > maximum.rules || ranges.length > maximum.ranges) {
    return {
      reason: `A network security group holds at most ${maximum.rules} rules and ${maximum.ranges} ranges; this answer has ${made.length} rules and ${ranges.length} ranges. Choose fewer services or purposes.`,
    };
  }
  return { rules: made, remarks, notes };
}

function sortOut(rules: readonly Rule[], optional: boolean) {
  const notes: string[] = [];
  const usable = rules.filter(rule => {
    const what = purposeWords(rule.purpose);
    if (rule.values.kind === 'hostName') {
      notes.push(
        `${what}: a network security group cannot hold a host name (${rule.values.names.join(', ')}).`,
      );
    } else if (rule.values.kind === 'record') {
      notes.push(`${what}: a network security group cannot hold DNS records.`);
    } else if (!rule.required && !optional) {
      const ports = rule.ports.length > 0 ? ` on port ${rule.ports.join(', ')}` : '';
      notes.push(`${what}${ports}: optional, left out. ${rule.reason}`);
    } else {
      return true;
    }
    return false;
  });
  return { notes: [...new Set(notes)], usable };
}

/** A rule cannot mix IPv4 and IPv6, so a list of both becomes two (Azure/terraform-provider-azurerm issue 12534). */
function nsgRulesOf(rule: Rule): readonly NsgRule[] {
  if (rule.values.kind === 'serviceTag') return [nsgRule(rule, { kind: 'tag', tag: rule.values.tag }, '')];
  if (rule.values.kind !== 'cidr') return [];
  const { cidrs } = rule.values;
  return (['ipv4', 'ipv6'] as const).flatMap(family => {
    const own = cidrs.filter(cidr => parseRange(cidr)?.family === family);
    const side: NsgSide = { kind: 'cidrs', cidrs: own };
    return own.length === 0 ? [] : [nsgRule(rule, side, family === 'ipv6' ? 'v6' : '')];
  });
}

function nsgRule(rule: Rule, value: NsgSide, suffix: string): NsgRule {
  const outbound = rule.enforceAt === 'client-firewall';
  // Microsoft's table of required ports names VirtualNetwork as the destination of what enters the service's subnet.
  const other: NsgSide =
    rule.enforceAt === 'service-subnet-nsg'
      ? { kind: 'tag', tag: 'VirtualNetwork' }
      : { kind: 'placeholder', v6: suffix !== '' };
  const shown = listed(rule.services.map(({ name }) => name));
  return {
    name: ruleName(rule, suffix),
    words: `${purposeWords(rule.purpose)}${suffix ? ', IPv6' : ''}: ${shown}`,
    description: `API Management ${shown}: ${rule.purpose}`.slice(0, 140),
    place: places[rule.purpose],
    direction: outbound ? 'Outbound' : 'Inbound',
    source: outbound ? other : value,
    destination: outbound ? value : other,
    ports: rule.ports,
  };
}

const serviceSubnet: NsgPlace = { stem: ['service'], words: 'the subnet of one region of the service' };
const places: Readonly<Record<Purpose, NsgPlace>> = {
  clients: { stem: ['client'], words: 'the clients' },
  'internet-back-ends': { stem: ['internet', 'back', 'end'], words: 'the internet back ends' },
  'private-back-ends': { stem: ['private', 'back', 'end'], words: 'the private back ends' },
  management: serviceSubnet,
  'load-balancer': serviceSubnet,
  'traffic-manager': serviceSubnet,
  dns: serviceSubnet,
};

/** The places of some rules, each once, with what the reader has to say about it. */
export function placesOf(rules: readonly NsgRule[]) {
  return [...new Set(rules.map(({ place }) => place))].map(place => {
    const own = rules.filter(rule => rule.place === place);
    const asked = (v6: boolean) =>
      own
        .flatMap(rule => [rule.source, rule.destination])
        .some(side => side.kind === 'placeholder' && side.v6 === v6);
    return {
      place,
      asksAddresses: asked(false),
      asksV6Addresses: asked(true),
      asksPorts: own.some(({ ports }) => ports.length === 0),
    };
  });
}
