import { type IpRange, rangeText, widthOf } from './ip-range.ts';
import { type RangeSet, rangesOf } from './range-set.ts';

/** The fewest CIDRs that hold exactly these addresses, ascending, IPv4 first. One address is /32 or /128. */
export function toCidrs(set: RangeSet): readonly string[] {
  return rangesOf(set).flatMap(cidrsOf);
}

/** The fewest CIDRs of one range. */
export function cidrsOf({ family, start, end }: IpRange): readonly string[] {
  const width = widthOf(family);
  const found: string[] = [];
  let at = start;
  while (at <= end) {
    let bits = at === 0n ? width : trailingZeros(at);
    while (at + (1n << BigInt(bits)) - 1n > end) bits--;
    const size = 1n << BigInt(bits);
    const text = rangeText({ family, start: at, end: at + size - 1n });
    found.push(bits === 0 ? `${text}/${width}` : text);
    at += size;
  }
  return found;
}

function trailingZeros(value: bigint): number {
  const bits = value.toString(2);
  return bits.length - 1 - bits.lastIndexOf('1');
}
