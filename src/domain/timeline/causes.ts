import { knownVnetMode } from '../vnet-mode.ts';
import { comparable } from './comparable.ts';
import { type Difference, isAddressDifference } from './difference.ts';
import type { FactValue } from './facts.ts';

/** The cause codes of the history file, in the order in which they are listed. */
export const causeCodes = [
  'created',
  'gone',
  'recreated',
  'subscription-state-changed',
  'subscription-reinstated',
  'vnet-added',
  'vnet-removed',
  'vnet-mode-switched',
  'subnet-moved',
  'public-ip-resource-changed',
  'zones-changed',
  'region-added',
  'region-removed',
  'region-reinstated',
  'nat-gateway-changed',
  'gateway-toggled',
  'public-access-changed',
  'platform-migrated',
  'tier-changed',
  'unexplained',
] as const;

export type CauseCode = (typeof causeCodes)[number];

/** What was known before a change, where its differences alone do not tell. */
export type CauseContext = {
  /** Regions that the service had at some time and had left again. */
  readonly formerRegions?: ReadonlySet<string>;
  /** The service was known, under another creation time, before it was created. */
  readonly livedBefore?: boolean;
  /** Azure cut its list of differences short, so that the one that explains may be missing. */
  readonly truncated?: boolean;
};

export type Causes = {
  /** Every code that holds anywhere, in the order of {@link causeCodes}. */
  readonly all: readonly CauseCode[];
  /** The codes that hold for a region; those of the whole service hold for each. Regions that differ, and no others. */
  readonly byRegion: ReadonlyMap<string, readonly CauseCode[]>;
};

const notRead = Symbol('not read');

function sides(difference: Difference): readonly [string | typeof notRead, string | typeof notRead] {
  const { field, before, after } = difference;
  return [comparable(field, before) ?? notRead, comparable(field, after) ?? notRead];
}

function vnetCause(before: FactValue | undefined, after: FactValue | undefined): CauseCode | undefined {
  const from = knownVnetMode(typeof before === 'string' ? before : before === null ? 'None' : '');
  const to = knownVnetMode(typeof after === 'string' ? after : after === null ? 'None' : '');
  if (!from || !to || from === to) return undefined;
  if (from === 'None') return 'vnet-added';
  return to === 'None' ? 'vnet-removed' : 'vnet-mode-switched';
}

function serviceCause(difference: Difference): CauseCode | undefined {
  const { field, before, after } = difference;
  const [from, to] = sides(difference);
  const bothKnown = from !== notRead && to !== notRead && from !== to;
  switch (field) {
    case 'subscriptionState':
      if (!bothKnown) return undefined;
      return to === 'enabled' ? 'subscription-reinstated' : 'subscription-state-changed';
    case 'vnetMode':
      return vnetCause(before, after);
    case 'publicNetworkAccess':
      return bothKnown ? 'public-access-changed' : undefined;
    case 'tier':
      return bothKnown ? 'tier-changed' : undefined;
    default:
      return undefined;
  }
}

/** The cause of a field within a region that was there before and after. Any change of zones or of the public IP resource is a cause, also where Azure cut a value short. */
function regionCause(difference: Difference): CauseCode | undefined {
  const { field } = difference;
  const [from, to] = sides(difference);
  if (field === 'publicIpAddressId' && (from !== to || from === notRead)) return 'public-ip-resource-changed';
  if (field === 'zones' && (from !== to || from === notRead)) return 'zones-changed';
  if (from === notRead || to === notRead || from === to) return undefined;
  switch (field) {
    case 'subnetId':
      return from && to ? 'subnet-moved' : undefined;
    case 'natGatewayState':
      return from === 'enabled' || to === 'enabled' ? 'nat-gateway-changed' : undefined;
    case 'gatewayDisabled':
      return 'gateway-toggled';
    case 'platformVersion':
      return 'platform-migrated';
    default:
      return undefined;
  }
}

/** Codes of the service's life; each of them explains everything else that differs. */
function lifeCause(differences: readonly Difference[], livedBefore: boolean): CauseCode | undefined {
  const ofService = differences.filter(one => one.region === undefined);
  if (ofService.some(one => one.field === 'tier' && one.after === null)) return 'gone';
  const created = ofService.find(one => one.field === 'createdAt');
  if (!created) return undefined;
  return created.before === null && !livedBefore ? 'created' : 'recreated';
}

function regionCodes(
  region: string,
  differences: readonly Difference[],
  context: CauseContext,
): ReadonlySet<CauseCode> {
  const presence = differences.find(one => one.field === 'primary');
  if (presence?.after === null) return new Set(['region-removed']);
  if (presence?.before === null)
    return new Set([context.formerRegions?.has(region) ? 'region-reinstated' : 'region-added']);
  return new Set(differences.flatMap(one => regionCause(one) ?? []));
}

/**
 * The documented reasons that explain a change: everything that holds, several at once. Source:
 * learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses (that the private VIP moves with the public
 * IP resource and with zones: MicrosoftDocs/azure-docs issues 121559 and 123758).
 * `unexplained` stands for a region whose addresses differ while no other code holds for it. Units, order of a list and
 * tags are no differences and so claim nothing; a mode or state that Azure has not documented claims nothing either.
 */
export function causesOf(differences: readonly Difference[], context: CauseContext = {}): Causes {
  const life = lifeCause(differences, context.livedBefore ?? false);
  const ofService = new Set<CauseCode>(life ? [life] : []);
  for (const one of differences) {
    const cause = one.region === undefined ? serviceCause(one) : undefined;
    if (cause && (!life || cause.startsWith('subscription-'))) ofService.add(cause);
  }

  const byRegion = new Map<string, readonly CauseCode[]>();
  const all = new Set(ofService);
  for (const [region, own] of groupByRegion(differences)) {
    const codes = new Set([...ofService, ...(life ? [] : regionCodes(region, own, context))]);
    if (codes.size === 0 && !context.truncated && own.some(isAddressDifference)) codes.add('unexplained');
    byRegion.set(region, inOrder(codes));
    for (const code of codes) all.add(code);
  }
  return { all: inOrder(all), byRegion };
}

function groupByRegion(differences: readonly Difference[]): ReadonlyMap<string, readonly Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const one of differences) {
    if (one.region === undefined) continue;
    const group = groups.get(one.region);
    if (group) group.push(one);
    else groups.set(one.region, [one]);
  }
  return groups;
}

function inOrder(codes: ReadonlySet<CauseCode>): readonly CauseCode[] {
  return causeCodes.filter(code => codes.has(code));
}
