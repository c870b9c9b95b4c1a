import { armKey } from '../arm-id.ts';
import { type Rule, sortedSet } from './rules.ts';

/**
 * The name of a rule or group: at most 80 letters, digits and hyphens, as Azure takes them. It holds a hash of the
 * ids of its services, so that it cannot overwrite the rule of another service of the same name, and it stays the
 * same from one export to the next, so that a newer one replaces it.
 * Source of the limits: learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules.
 */
export function ruleName(rule: Rule, suffix = ''): string {
  const { purpose, ports, values, services } = rule;
  return [
    'apim',
    services.length === 1 ? slug(services[0]?.name ?? '', 14) : `${services.length}-services`,
    purpose,
    ports.join('-'),
    values.kind === 'hostName' ? 'names' : '',
    values.kind === 'serviceTag' ? slug(values.tag.split('.').at(-1) ?? '', 19) : '',
    serviceHash(services.map(({ id }) => id)),
    suffix,
  ]
    .filter(part => part !== '')
    .join('-');
}

/** Ten hexadecimal digits that follow from the ids alone, whatever their order and case. */
export function serviceHash(ids: readonly string[]): string {
  return fnv1a(sortedSet(ids.map(armKey)).join('\n'));
}

function slug(text: string, length: number): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, length)
    .replace(/^-+|-+$/g, '');
}

/** FNV-1a of 64 bits over UTF-8, its first ten digits. It keeps names apart; it is no protection against forgery. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0').slice(0, 10);
}
