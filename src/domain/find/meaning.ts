import { parseHostName } from '../guidance/host-name.ts';
import { type IpRange, parseIpRange } from '../ranges/ip-range.ts';
import { armIdInText } from './arm-id-in-text.ts';
import type { Meaning } from './term.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i;

/** What one piece of text means; it never throws. */
export function meaningOf(text: string): Meaning {
  const id = armIdInText(text);
  if (id !== undefined) return { kind: 'arm-id', id };
  const asked = withoutPort(withoutUrl(withoutWrapping(text)));
  // A sentence may end behind it.
  const ended = asked.replace(/\.$/, '');
  const range = parseIpRange(ended);
  if (range) return { kind: 'range', range, partial: false };
  const partial = partialAddress(asked);
  if (partial) return { kind: 'range', range: partial, partial: true };
  if (guid.test(asked)) return { kind: 'subscription', id: asked.toLowerCase() };
  const host = parseHostName(asked.replace(/^\*\./, ''));
  if (host !== undefined) return { kind: 'host', host };
  const name = ended.toLowerCase();
  // A service's name has letters, digits and hyphens alone (azure-rest-api-specs, pattern of serviceName).
  if (/^[a-z0-9-]+$/.test(name)) return { kind: 'name', name };
  return { kind: 'unreadable', problem: problemOf(asked) };
}

function withoutWrapping(text: string): string {
  return text.replace(/^["'`(<{]+/, '').replace(/["'`)>},;!?]+$/, '');
}

function withoutUrl(text: string): string {
  return url.exec(text)?.[1] ?? text;
}

/** `203.0.113.7:443`, `[2001:db8::7]:443` and `[2001:db8::7]`; a bare IPv6 address keeps its colons. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1];
  return bracketed ?? /^([^:]+):\d{1,5}$/.exec(text)?.[1] ?? text;
}

/** The beginning of an IPv4 address, with or without marks for the rest: `137.117`, `137.117.`, `137.117.x.x`, `10.*`. */
function partialAddress(text: string): IpRange | undefined {
  const parts = text.replace(/\.$/, '').split('.');
  const known = parts.findIndex(part => !/^\d{1,3}$/.test(part));
  const octets = known < 0 ? parts : parts.slice(0, known);
  const marks = parts.slice(octets.length);
  const isCut = text.endsWith('.') || marks.length > 0 || octets.length > 1;
  if (octets.length === 0 || octets.length > 3 || parts.length > 4 || !isCut) return undefined;
  if (!marks.every(mark => /^(x{1,3}|\*)$/i.test(mark))) return undefined;
  const zeros = [...octets, '0', '0', '0'].slice(0, 4);
  return parseIpRange(`${zeros.join('.')}/${octets.length * 8}`);
}

function problemOf(text: string): string {
  if (/^[0-9a-f:.]+([/-][\d:./-]*)?$/i.test(text)) return 'is not a valid address or range';
  if (/^(\d+|[x*]+)(\.(\d+|[x*]+)){3}$/i.test(text)) return 'is an address with a hidden part in the middle';
  return 'is no address, host name, service name or id';
}
