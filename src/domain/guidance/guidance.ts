import { armKey } from '../arm-id.ts';
import { compareText } from '../compare-text.ts';
import type { NetworkFacts } from '../network-facts.ts';
import type { Service } from '../service.ts';
import { isSubscriptionAtRisk } from '../status.ts';
import { backEndsPart } from './back-ends.ts';
import { clientsPart } from './clients.ts';
import type { Entry, GuidanceDocument, ServiceGuidance, Unknown, Warning } from './contract.ts';
import { dnsPart } from './dns.ts';
import { forcedTunnelPart } from './forced-tunnel.ts';
import { type Finding, finding, noticeCodes } from './notices.ts';
import { joinParts, type Part, part, unknownsOf, warningsOf } from './part.ts';
import { type Purpose, purposes } from './purpose.ts';
import { type Situation, situationOf } from './situation.ts';
import { subnetRulesPart } from './subnet-rules.ts';

export type GuidanceInput = {
  readonly service: Service;
  readonly network: NetworkFacts;
  /** `state` of the subscription, verbatim; null where it could not be read. */
  readonly subscriptionState: string | null;
  /** ISO instant at which ARM gave the service. */
  readonly asOf: string;
  /** The region that the reader chose for the gateway name in DNS; null or absent: not chosen. */
  readonly dnsGatewayRegion?: string | null;
};

/**
 * What to allow for a service, what to doubt and what is not known, as one item of the JSON contract. In a fixed
 * order, without duplicates, and the same whatever the order of the input.
 */
export function guidanceFor(input: GuidanceInput): ServiceGuidance {
  const { service, network, subscriptionState, asOf, dnsGatewayRegion = null } = input;
  const situation = situationOf(service);
  const { entries, warnings, unknown } = joinParts([
    statePart(service, subscriptionState),
    ...(situation === 'undocumented' || service.regions.length === 0
      ? [nothingKnown(situation, service)]
      : [
          clientsPart(situation, service, network),
          backEndsPart(situation, service, network),
          subnetRulesPart(situation, service, network),
          forcedTunnelPart(situation, service, network),
          dnsPart(situation, service, dnsGatewayRegion),
        ]),
  ]);
  return {
    id: service.id,
    name: service.name,
    tier: service.tier,
    vnetMode: service.vnetMode,
    subscriptionState,
    asOf,
    entries: inOrder(entries, entryKey),
    warnings: inOrder(warnings, noticeKey),
    unknown: inOrder(unknown, noticeKey),
  };
}

/** Guidance for many services as the exported document. A service that is given twice counts once, by its newest answer. */
export function guidanceDocument(
  services: readonly ServiceGuidance[],
  generatedAt: string,
): GuidanceDocument {
  const newest = new Map<string, ServiceGuidance>();
  for (const service of services) {
    const other = newest.get(armKey(service.id));
    if (!other || isNewer(service, other)) newest.set(armKey(service.id), service);
  }
  const sorted = [...newest].sort(([a], [b]) => compareText(a, b)).map(([, service]) => service);
  return { schemaVersion: 1, generatedAt, services: sorted };
}

/** Of two answers of one instant either will do, but always the same one. */
function isNewer(a: ServiceGuidance, b: ServiceGuidance): boolean {
  const difference = Date.parse(a.asOf) - Date.parse(b.asOf);
  return difference > 0 || (difference === 0 && compareText(JSON.stringify(a), JSON.stringify(b)) < 0);
}

function statePart(service: Service, subscriptionState: string | null): Part {
  const atRisk = isSubscriptionAtRisk(subscriptionState)
    ? [finding('subscription-state', `The subscription is ${subscriptionState}.`)]
    : [];
  const off = service.regions.filter(region => region.gatewayDisabled);
  return part({
    warnings: [...warningsOf(atRisk), ...off.flatMap(region => warningsOf([finding('gateway-off')], region))],
  });
}

/** An undocumented combination has an unknown for every question, and a service without regions for those about addresses. */
function nothingKnown(situation: Situation, service: Service): Part {
  const special = `${service.tier} with VNet mode ${service.vnetMode}.`;
  const found: Finding =
    situation === 'undocumented'
      ? finding('unknown-combination', special)
      : finding('address-not-reported', 'Azure reports no region.');
  const asked: readonly Purpose[] = [
    'clients',
    'internet-back-ends',
    'private-back-ends',
    'management',
    'dns',
  ];
  return part({ unknown: asked.flatMap(purpose => unknownsOf([found], purpose)) });
}

const codes = noticeCodes();

function noticeKey({ code, region = '', text, ...rest }: Warning | Unknown): readonly string[] {
  const purpose = 'purpose' in rest ? rank(purposes, rest.purpose) : '';
  return [purpose, rank(codes, code), region, text];
}

function entryKey(entry: Entry): readonly string[] {
  const { purpose, region = '', kind, name = '', value, ports, enforceAt, valueIs, from } = entry;
  const port = ports.map(number => String(number).padStart(5, '0')).join();
  return [
    rank(purposes, purpose),
    entry.required ? '0' : '1',
    region,
    name,
    kind,
    value,
    port,
    enforceAt,
    valueIs,
    from,
  ];
}

function rank<T>(list: readonly T[], item: T): string {
  return String(list.indexOf(item)).padStart(3, '0');
}

/** Sorted by key; of items with equal keys the first in their own canonical text stays. */
function inOrder<T>(items: readonly T[], keyOf: (item: T) => readonly string[]): readonly T[] {
  const byKey = new Map<string, { readonly item: T; readonly text: string }>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    const text = JSON.stringify(item);
    const other = byKey.get(key);
    if (!other || compareText(text, other.text) < 0) byKey.set(key, { item, text });
  }
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, { item }]) => item);
}
