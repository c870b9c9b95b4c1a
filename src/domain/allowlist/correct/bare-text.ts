/** A CIDR of one address without its prefix; of more than one as it is, and so for `2001:db8::/32`. */
export function bareText(cidr: string): string {
  return cidr.replace(/(?<!:.*)\/32$|\/128$/, '');
}
