import ipaddr from 'ipaddr.js';

/** An address or range in canonical form, or undefined for text that is neither (masked addresses such as `137.XXX.11.74`). */
export type Range = {
  readonly family: 'ipv4' | 'ipv6';
  /** CIDR: `203.0.113.7/32`, `10.0.0.0/27`, `2001:db8::/64`; the host bits are cleared. */
  readonly cidr: string;
  readonly prefix: number;
  /** The text holds one address, not a range. */
  readonly single: boolean;
};

/** Reads `a.b.c.d`, `a.b.c.d/n` and their IPv6 forms strictly: no octal, no short forms, no ports, no spaces inside. */
export function parseRange(text: string): Range | undefined {
  const [address = '', prefixText, ...rest] = text.trim().split('/');
  if (rest.length > 0) return undefined;
  const family = ipaddr.IPv4.isValidFourPartDecimal(address)
    ? 'ipv4'
    : ipaddr.IPv6.isValid(address) && !address.includes('%')
      ? 'ipv6'
      : undefined;
  if (!family) return undefined;
  const width = family === 'ipv4' ? 32 : 128;
  if (prefixText !== undefined && !/^\d{1,3}$/.test(prefixText)) return undefined;
  const prefix = prefixText === undefined ? width : Number(prefixText);
  if (prefix > width) return undefined;
  const base =
    family === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address}/${prefix}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address}/${prefix}`);
  return { family, cidr: `${base.toString()}/${prefix}`, prefix, single: prefix === width };
}

/** True for an address or a range of RFC 1918, RFC 6598 or unique local IPv6 space. */
export function isPrivateRange(range: Range): boolean {
  const kind = ipaddr.parseCIDR(range.cidr)[0].range();
  return kind === 'private' || kind === 'uniqueLocal' || kind === 'carrierGradeNat';
}

/** The address itself where the range holds one, the CIDR otherwise. */
export function shortForm(range: Range): string {
  return range.single ? range.cidr.slice(0, range.cidr.lastIndexOf('/')) : range.cidr;
}
