import { armKey } from '../arm-id.ts';
import { compareText } from '../compare-text.ts';
import {
  type FactValue,
  isAbsent,
  type RegionFacts,
  type RegionField,
  regionFields,
  type ServiceFacts,
  type ServiceField,
  serviceFields,
} from './facts.ts';

type Field = ServiceField | RegionField;

function text(value: FactValue): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : value === null ? '' : String(value);
}

function setOf(value: FactValue): string {
  if (value === null || typeof value !== 'object') return text(value);
  return value.length === 1 ? text(value[0] ?? null) : [...new Set(value.map(text))].sort().join(',');
}

function id(value: FactValue): string {
  return typeof value === 'string' ? armKey(value) : '';
}

/** Azure fills the field with Disabled, Unsupported or nothing where there is no NAT gateway (azure-rest-api-specs examples). */
function natState(value: FactValue): string {
  const state = text(value);
  return state === 'disabled' || state === 'unsupported' ? '' : state;
}

function orUndefined(state: string): string | undefined {
  return state === '' || state === 'undetermined' ? undefined : state;
}

/** ARM and Resource Graph write different numbers of fraction digits; a service is not created twice in a second. */
function second(value: FactValue): string | undefined {
  return value === null ? undefined : text(value).slice(0, 19);
}

const rules: Readonly<Record<Field, (value: FactValue) => string | undefined>> = {
  createdAt: second,
  tier: value => orUndefined(text(value)),
  vnetMode: value => text(value) || 'none',
  subscriptionState: value => orUndefined(text(value)),
  publicNetworkAccess: value => text(value) || 'enabled',
  primary: text,
  publicIPAddresses: setOf,
  privateIPAddresses: setOf,
  outboundPublicIPAddresses: setOf,
  subnetId: id,
  publicIpAddressId: id,
  natGatewayState: natState,
  zones: setOf,
  platformVersion: value => orUndefined(text(value)),
  gatewayDisabled: value => (value === true ? 'true' : ''),
};

/**
 * The form in which two values of one field are equal: without case, order, repetition or a default that one source
 * writes and the other leaves out. Undefined: the value says nothing (an `undetermined` platform), like a field not read.
 */
export function comparable(field: Field, value: FactValue | undefined): string | undefined {
  return value === undefined ? undefined : rules[field](value);
}

/**
 * {@link comparable} of a region's field. Where ARM leaves the outbound addresses out they are the public ones
 * (design 6), so that Azure beginning to fill the field is no change.
 */
export function comparableOf(region: RegionFacts, field: RegionField): string | undefined {
  return field === 'outboundPublicIPAddresses' && region.outboundPublicIPAddresses === null
    ? comparable(field, region.publicIPAddresses)
    : comparable(field, region[field]);
}

type SortedRegions = {
  readonly names: readonly string[];
  readonly regions: readonly (readonly [name: string, facts: RegionFacts])[];
};
const sortedOf = new WeakMap<object, SortedRegions>();

/** The regions with their names, in the order of these; none where none was read. */
export function sortedRegions({ regions: byName = {} }: ServiceFacts): SortedRegions {
  const known = sortedOf.get(byName);
  if (known) return known;
  const regions = Object.entries(byName).sort(([a], [b]) => compareText(a, b));
  const sorted = { names: regions.map(([name]) => name), regions };
  sortedOf.set(byName, sorted);
  return sorted;
}

/** True where every fact was read and says something: nothing of what was known before has to be kept beside it. */
export function isComplete(facts: ServiceFacts): boolean {
  return (
    facts.regions !== undefined &&
    serviceFields.every(field => comparable(field, facts[field]) !== undefined) &&
    Object.values(facts.regions).every(region => regionFields.every(field => says(region, field)))
  );
}

function says(region: RegionFacts, field: RegionField): boolean {
  const value = region[field];
  if (value === undefined) return false;
  return field === 'platformVersion' || field === 'outboundPublicIPAddresses'
    ? comparableOf(region, field) !== undefined
    : true;
}

/** A text that is equal for two facts exactly if they read the same fields and found the same. */
export function factsKey(facts: ServiceFacts): string {
  if (isAbsent(facts)) return 'absent';
  let key = '';
  for (const field of serviceFields) {
    const value = comparable(field, facts[field]);
    if (value !== undefined) key += `${field}=${value};`;
  }
  if (!facts.regions) return key;
  key += 'regions:';
  for (const [name, region] of sortedRegions(facts).regions) {
    key += `${name}{`;
    for (const field of regionFields) {
      const value = comparableOf(region, field);
      if (value !== undefined) key += `${field}=${value};`;
    }
    key += '}';
  }
  return key;
}
