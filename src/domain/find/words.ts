import { endText, formerKind, intervalText } from '../former-address.ts';
import { situationOf } from '../guidance/situation.ts';
import { rangeText } from '../ranges/ip-range.ts';
import { regionLabel } from '../region.ts';
import type { FindHit } from './hit.ts';
import type { Place, PlaceRole } from './place.ts';

export type HitWords = {
  /** What it is: `Public IP and outbound IP`. */
  readonly role: string;
  /** What that means, or how sure it is; empty where the role says all. */
  readonly note: string;
  /** The address, range, name or id that was found. */
  readonly value: string;
};

/** How sure an answer is, for its icon: whose it is, whose it was, whose it may be. */
export type HitTone = 'is' | 'was' | 'may';

/** A hit in the words of the screen. */
export function hitWords(hit: FindHit): HitWords {
  switch (hit.kind) {
    case 'address':
      return { ...addressWords(hit.place), value: rangeText(hit.place.range) };
    case 'former':
      return {
        role: `Former ${formerKind(hit.former)}, ${endText(hit.former)}`,
        note: [hit.former.cause, intervalText(hit.former)].filter(Boolean).join('; '),
        value: rangeText(hit.range),
      };
    case 'shared':
      return {
        role: 'Could be, shared',
        note: `${hit.tag} holds it. Services without an address of their own call from such ranges, and so do other customers.`,
        value: hit.tag,
      };
    case 'host':
      return { role: hostRole(hit.type), note: hostNote(hit.type), value: hit.host };
    case 'service':
      return { role: 'Service', note: '', value: hit.service.name };
    case 'resource':
      return { role: capital(hit.what), note: '', value: hit.what };
  }
}

export function hitTone(hit: FindHit): HitTone {
  if (hit.kind === 'former') return 'was';
  if (hit.kind === 'shared') return 'may';
  const merely =
    hit.kind === 'address' && hit.place.roles.every(role => role === 'reported' || role === 'precreated-ip');
  return merely ? 'may' : 'is';
}

/** The region of a hit, for people; empty for what belongs to the whole service. */
export function hitRegion(hit: FindHit): string {
  if (hit.kind === 'former') return regionLabel(hit.former.region);
  const region = hit.kind === 'address' ? hit.place.region : 'region' in hit ? hit.region : null;
  return region ? regionLabel(region.displayName) : '';
}

const roleNames: Readonly<Record<PlaceRole, string>> = {
  'public-ip': 'Public IP',
  'outbound-ip': 'Outbound IP',
  'private-vip': 'Private VIP',
  'subnet-range': 'Inside the subnet range',
  'private-endpoint': 'Private endpoint',
  'precreated-ip': 'Public IP to come',
  reported: 'Reported, not dedicated',
};

function addressWords(place: Place): Omit<HitWords, 'value'> {
  const { roles, region } = place;
  const [first = 'reported', ...others] = roles;
  const off = region?.gatewayDisabled ? 'The gateway of this region is off.' : '';
  const role = [roleNames[first], ...others.map(other => uncapital(roleNames[other]))].join(' and ');
  return { role, note: roles.map(one => roleNote(one, place)).find(Boolean) ?? off };
}

function roleNote(role: PlaceRole, { service, from, roles }: Place): string {
  const situation = situationOf(service);
  switch (role) {
    case 'public-ip':
      if (situation !== 'classic-internal') return '';
      return roles.includes('outbound-ip')
        ? 'Azure manages through it and internet back ends see it; clients do not connect to it.'
        : 'For management alone, not for clients.';
    case 'subnet-range':
      return `Subnet ${from ?? ''}: private back ends may see any address of it. Other resources may stand in it too.`;
    case 'private-endpoint':
      return `Endpoint ${from ?? ''}.`;
    case 'precreated-ip':
      return 'Azure made it ready for the migration to stv2; it is not in use before that.';
    case 'reported':
      return situation === 'undocumented'
        ? 'Microsoft does not document the addresses of this tier and VNet mode.'
        : 'Azure reports it, but this tier has no address of its own: others may use it too.';
    default:
      return '';
  }
}

/** Types of `hostnameConfigurations` (azure-rest-api-specs, apimanagement 2024-05-01); looked up by outside text, so a Map. */
const hostRoles: ReadonlyMap<string, string> = new Map([
  ['proxy', 'Gateway host name'],
  ['regionalproxy', 'Regional gateway host name'],
  ['portal', 'Portal host name'],
  ['developerportal', 'Developer portal host name'],
  ['management', 'Management host name'],
  ['scm', 'SCM host name'],
  ['configurationapi', 'Configuration API host name'],
  ['default', 'Default host name'],
]);

function hostRole(type: string): string {
  return hostRoles.get(type.toLowerCase()) ?? `Host name (${type})`;
}

function hostNote(type: string): string {
  return type === 'default' ? 'Told from the name: Azure does not list it for this service.' : '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
