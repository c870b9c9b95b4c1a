import { parseRange, type Range } from '../address.ts';
import { oneLine } from './remarks.ts';
import { purposeWords, type Rule, sortedSet } from './rules.ts';

export type AddressList = {
  readonly cidrs: readonly string[];
  /** What could not be turned into addresses, as sentences. */
  readonly missing: readonly string[];
};

/** The addresses and ranges of a rule, with those behind a service tag; of one family where one is asked for. */
export function addressesOf({ purpose, values }: Rule, family?: 'ipv4' | 'ipv6'): AddressList {
  const what = purposeWords(purpose);
  const wanted = (cidrs: readonly string[]) =>
    family === undefined ? cidrs : cidrs.filter(cidr => parseRange(cidr)?.family === family);
  switch (values.kind) {
    case 'cidr':
      return { cidrs: wanted(values.cidrs), missing: [] };
    case 'serviceTag': {
      const { tag, prefixes, changeNumber } = values;
      if (prefixes === null || prefixes.length === 0) {
        const missing = [
          `${what}: this format cannot hold the service tag ${tag}, and the ranges behind it are not known here.`,
        ];
        return { cidrs: [], missing };
      }
      const number = changeNumber === null ? '' : `, change number ${oneLine(changeNumber)}`;
      const missing = [
        `${what}: the ranges of ${tag} as they were when read${number}. Microsoft changes them; this text does not follow.`,
      ];
      return { cidrs: wanted(sortedSet(prefixes)), missing };
    }
    case 'hostName':
      return {
        cidrs: [],
        missing: [`${what}: this format cannot hold the host name ${values.names.join(', ')}.`],
      };
    case 'record':
      return { cidrs: [], missing: [`${what}: this format cannot hold DNS records.`] };
  }
}

/** One address bare, a range of two as its two addresses, a wider range as it is. */
export function bareAddresses(cidr: string): readonly string[] {
  const range = parseRange(cidr);
  if (!range) return [cidr];
  if (range.single) return [withoutPrefix(range)];
  const width = range.family === 'ipv4' ? 32 : 128;
  if (range.prefix !== width - 1) return [range.cidr];
  const first = withoutPrefix(range);
  const last = parseRange(nextAddress(first));
  return last ? [first, withoutPrefix(last)] : [range.cidr];
}

function withoutPrefix({ cidr }: Range): string {
  return cidr.slice(0, cidr.lastIndexOf('/'));
}

/** The odd address after an even one: only the last digit group changes. */
function nextAddress(address: string): string {
  const at = Math.max(address.lastIndexOf('.'), address.lastIndexOf(':')) + 1;
  const base = address.includes(':') ? 16 : 10;
  const last = Number.parseInt(address.slice(at) || '0', base);
  return `${address.slice(0, at)}${(last + 1).toString(base)}`;
}
