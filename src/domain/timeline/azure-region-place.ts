import { regionName } from '../region.ts';
import { type AzureValue, flagOf, isAzureObject, listOf, member, textOf } from './azure-value.ts';
import { type RegionFacts, type RegionField, regionFields } from './facts.ts';

/** A property before and after. Undefined: cut short, so not known; null: not there. */
export type Sides = { readonly before: AzureValue | undefined; readonly after: AzureValue | undefined };
export type Side = keyof Sides;
type Draft = { -readonly [Field in RegionField]?: FactOf<Field> };
type FactOf<Field extends RegionField> = Exclude<RegionFacts[Field], undefined>;

type Reader = (draft: Draft, value: AzureValue | undefined) => void;

function list(
  field: 'publicIPAddresses' | 'privateIPAddresses' | 'outboundPublicIPAddresses' | 'zones',
): Reader {
  return (draft, value) => {
    const found = listOf(value);
    if (found !== undefined) draft[field] = found;
  };
}

function text(field: 'publicIpAddressId' | 'natGatewayState' | 'platformVersion' | 'subnetId'): Reader {
  return (draft, value) => {
    const found = textOf(value);
    if (found !== undefined) draft[field] = found;
  };
}

const subnet: Reader = (draft, value) =>
  text('subnetId')(draft, isAzureObject(value) ? member(value, 'subnetResourceId') : value);

/** What ARM calls the facts of a region, in lower case: the same names at the primary region and at an additional location. */
const readers: ReadonlyMap<string, readonly [RegionField, Reader]> = new Map<
  string,
  readonly [RegionField, Reader]
>([
  ['publicipaddresses', ['publicIPAddresses', list('publicIPAddresses')]],
  ['privateipaddresses', ['privateIPAddresses', list('privateIPAddresses')]],
  ['outboundpublicipaddresses', ['outboundPublicIPAddresses', list('outboundPublicIPAddresses')]],
  ['zones', ['zones', list('zones')]],
  ['publicipaddressid', ['publicIpAddressId', text('publicIpAddressId')]],
  ['natgatewaystate', ['natGatewayState', text('natGatewayState')]],
  ['platformversion', ['platformVersion', text('platformVersion')]],
  ['virtualnetworkconfiguration', ['subnetId', subnet]],
  [
    'disablegateway',
    [
      'gatewayDisabled',
      (draft, value) => {
        const found = flagOf(value);
        if (found !== undefined) draft.gatewayDisabled = found;
      },
    ],
  ],
]);

export function isRegionProperty(name: string): boolean {
  return readers.has(name);
}

/** What one row tells of one region: fields, single members of its lists, or the whole object. */
export class RegionPlace {
  private readonly fields = new Map<string, Sides>();
  private readonly members = new Map<string, Map<number, Sides>>();
  private whole: Sides | undefined;

  /** Takes in a property by the rest of its path, in lower case; one that is no fact is passed over. */
  add(segments: readonly string[], sides: Sides): void {
    const [field = '', inner = '', ...deeper] = segments;
    if (segments.length === 0) this.whole = sides;
    else if (deeper.length > 0) return;
    else if (inner === '') this.fields.set(field, sides);
    else if (field === 'virtualnetworkconfiguration' && inner === 'subnetresourceid')
      this.fields.set(field, sides);
    else if (readers.has(field) && /^\d+$/.test(inner)) {
      const known = this.members.get(field) ?? new Map<number, Sides>();
      this.members.set(field, known.set(Number(inner), sides));
    }
  }

  get tellsPlace(): boolean {
    return this.whole !== undefined || this.fields.has('location');
  }

  /** Null: the region was not there on this side. */
  facts(side: Side): Draft | null {
    if (this.tellsPlace && this.location(side) === null) return null;
    const draft: Draft = {};
    const whole = this.whole?.[side];
    for (const [name, [, read]] of readers) {
      if (isAzureObject(whole)) read(draft, member(whole, name) ?? null);
      const own = this.fields.get(name);
      if (own) read(draft, own[side]);
      const members = this.members.get(name);
      if (members) read(draft, membersOf(members, side));
    }
    return draft;
  }

  /** Short form of the region on this side; null where there was none, undefined where the row does not say. */
  location(side: Side): string | null | undefined {
    const own = this.fields.get('location');
    const whole = this.whole?.[side];
    const value = own
      ? own[side]
      : isAzureObject(whole)
        ? (member(whole, 'location') ?? null)
        : whole === null
          ? null
          : undefined;
    const found = textOf(value);
    return found ? regionName(found) : found === undefined ? undefined : null;
  }

  /** The fields of which Azure says that they changed, readable or not. */
  changedFields(): readonly RegionField[] {
    const told = new Set([...this.fields.keys(), ...this.members.keys()]);
    const named = [...told].flatMap(name => readers.get(name)?.[0] ?? []);
    return regionFields.filter(field => named.includes(field));
  }
}

/** Of a list told member by member: what is known of the side. Without its first member told, an empty side is not known to be empty. */
function membersOf(members: ReadonlyMap<number, Sides>, side: Side): AzureValue | undefined {
  const values = [...members.values()].map(sides => sides[side]);
  if (values.includes(undefined)) return undefined;
  const there = values.filter(value => value !== null && value !== undefined);
  if (there.length > 0) return there;
  return members.has(0) ? null : undefined;
}
