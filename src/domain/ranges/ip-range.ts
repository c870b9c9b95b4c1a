import ipaddr from 'ipaddr.js';
import { parseRange } from '../address.ts';
import { type Span, spanOf } from './span.ts';

export type Family = 'ipv4' | 'ipv6';
export const families: readonly Family[] = ['ipv4', 'ipv6'];

/** Addresses from one to another, both included, of one family. */
export type IpRange = Span & { readonly family: Family };

const widths: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

export function widthOf(family: Family): number {
  return widths[family];
}

/** Every address of a family. */
export function wholeSpace(family: Family): IpRange {
  return { family, start: 0n, end: (1n << BigInt(widths[family])) - 1n };
}

export function isSingle({ start, end }: Span): boolean {
  return start === end;
}

/** Only such a text can be one. Asked first: the strict reader is slow at refusing, and most words are no address. */
const maybe = /^[\s\da-f.:/-]*[.:][\s\da-f.:/-]*$/i;

/**
 * Reads an address, a CIDR or `first-last` (blanks around the hyphen are fine). The host bits of a CIDR are cleared,
 * and an IPv4 address written as IPv6 (`::ffff:203.0.113.7`) is the IPv4 address. Undefined for anything else.
 */
export function parseIpRange(text: string): IpRange | undefined {
  if (!maybe.test(text)) return undefined;
  const one = parseCidr(text);
  if (one) return one;
  const [first = '', last = '', ...rest] = text.split('-');
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (rest.length > 0 || !from || !to || from.family !== to.family || from.start > to.end) return undefined;
  return { family: from.family, start: from.start, end: to.end };
}

/** Reads one address, without a prefix. */
export function parseAddress(text: string): IpRange | undefined {
  return text.includes('/') || !maybe.test(text) ? undefined : parseCidr(text);
}

function parseCidr(text: string): IpRange | undefined {
  const quick = parseIpv4(text);
  if (quick) return quick;
  const range = parseRange(text);
  return range && unmapped({ family: range.family, ...spanOf(range.cidr) });
}

const octet = '(0|[1-9]\\d{0,2})';
const ipv4Pattern = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}(?:/(\\d{1,2}))?$`);

/** Reads what `parseRange` reads of IPv4, in a fraction of the time: an index of a large fleet holds 100,000 of them. */
function parseIpv4(text: string): IpRange | undefined {
  const match = ipv4Pattern.exec(text);
  if (!match) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, prefix = 32] = match
    .slice(1)
    .map(part => (part === undefined ? 32 : Number(part)));
  if (a > 255 || b > 255 || c > 255 || d > 255 || prefix > 32) return undefined;
  const size = 2 ** (32 - prefix);
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const start = address - (address % size);
  return { family: 'ipv4', start: BigInt(start), end: BigInt(start + size - 1) };
}

const mappedStart = 0xffff_0000_0000n;

/** RFC 4291, 2.5.5.2: `::ffff:0:0/96` holds the IPv4 addresses. */
function unmapped(range: IpRange): IpRange {
  if (range.family === 'ipv4' || range.start < mappedStart || range.end > mappedStart + 0xffff_ffffn) {
    return range;
  }
  return { family: 'ipv4', start: range.start - mappedStart, end: range.end - mappedStart };
}

/** The canonical text of an address. */
export function addressText(family: Family, address: bigint): string {
  if (family === 'ipv4') {
    const value = Number(address);
    return [24, 16, 8, 0].map(shift => (value >>> shift) & 255).join('.');
  }
  const bytes = Array.from({ length: 16 }, (_, at) => Number((address >> BigInt(120 - at * 8)) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}

/** The prefix length of a range that is one CIDR, undefined for any other. */
export function prefixOf({ family, start, end }: IpRange): number | undefined {
  const size = end - start + 1n;
  const bits = size.toString(2).length - 1;
  return size === 1n << BigInt(bits) && start % size === 0n ? widths[family] - bits : undefined;
}

/** As people write it: `203.0.113.7`, `10.0.0.0/27`, `203.0.113.7-203.0.113.9`. */
export function rangeText(range: IpRange): string {
  const { family, start, end } = range;
  if (start === end) return addressText(family, start);
  const prefix = prefixOf(range);
  return prefix === undefined
    ? `${addressText(family, start)}-${addressText(family, end)}`
    : `${addressText(family, start)}/${prefix}`;
}
