import { parseAddress, parseIpRange } from '../../ranges/ip-range.ts';

/** A piece of a line with its offsets in it; what stands there may be longer than its text. */
export type Word = { readonly text: string; readonly at: number; readonly to: number };

const separators = /[^\s,;|"'`()[\]{}<>=]+/g;

/**
 * The pieces of a line: ranges written with blanks around their hyphen keep together, an address and its mask
 * (`203.0.113.0 255.255.255.0`, `203.0.113.0 0.0.0.255`) become one CIDR, ports and closing full stops are cut off.
 */
export function wordsOf(line: string): readonly Word[] {
  const found = [...line.matchAll(separators)].map(match => trimmed(match[0], match.index));
  const words: Word[] = [];
  for (let at = 0; at < found.length; at++) {
    const word = found[at];
    const next = found[at + 1];
    const third = found[at + 2];
    if (!word) continue;
    const range = next && third && /^[-\u2013]$/.test(next.text) ? joined(word, third) : undefined;
    const masked = next ? withMask(word, next) : undefined;
    words.push(range ?? masked ?? word);
    at += range ? 2 : masked ? 1 : 0;
  }
  return words;
}

/** Without the full stop or colon that closes it, unless those are the end of an IPv6 address, and without a port. */
function trimmed(whole: string, at: number): Word {
  const bare = whole.replace(/(::)?[.:]*$/, '$1');
  const text = /^([^:]+\.[^:]+):\d{1,5}$/.exec(bare)?.[1] ?? bare;
  return { text, at, to: at + text.length };
}

function joined(first: Word, last: Word): Word | undefined {
  return parseAddress(first.text) && parseAddress(last.text)
    ? { text: `${first.text}-${last.text}`, at: first.at, to: last.to }
    : undefined;
}

/** A second address that can only be a mask: leading ones (netmask) or leading zeros (wildcard), and neither 0.0.0.0. */
function withMask(address: Word, mask: Word): Word | undefined {
  if (!parseAddress(address.text)) return undefined;
  const bits = maskBits(mask.text);
  if (bits === undefined) return undefined;
  const cidr = `${address.text}/${bits}`;
  return parseIpRange(cidr) ? { text: cidr, at: address.at, to: mask.to } : undefined;
}

function maskBits(text: string): number | undefined {
  if (!/^(0|255)\.\d+\.\d+\.\d+$/.test(text) || !parseAddress(text)) return undefined;
  const bits = text
    .split('.')
    .map(octet => Number(octet).toString(2).padStart(8, '0'))
    .join('');
  const ones = /^(1+)(0*)$/.exec(bits)?.[1];
  if (ones !== undefined) return ones.length;
  return /^(0+)1+$/.exec(bits)?.[1]?.length;
}
