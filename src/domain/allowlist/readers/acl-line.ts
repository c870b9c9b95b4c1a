import type { PortSpan, RuleTerms } from '../list.ts';
import { readAddress } from '../read-value.ts';
import type { Word } from './words.ts';

type Terms = Pick<RuleTerms, 'action' | 'side' | 'protocol' | 'ports'>;

/**
 * The operands of a line in the manner of router access lists, `permit tcp host 203.0.113.7 any eq 443`: the first is
 * the source, the second the destination. Undefined for any other line. A standard list (`permit 203.0.113.7`) has the
 * source alone. Only the source of such a rule is an entry where the destination is `any`, and the other way round.
 */
export function aclTerms(words: readonly Word[]): ReadonlyMap<Word, Terms> | undefined {
  const at = words.findIndex(({ text }) => /^(permit|deny)$/i.test(text));
  if (at < 0 || at > 5) return undefined;
  const action = /^deny$/i.test(words[at]?.text ?? '') ? 'deny' : 'allow';
  const rest = words.slice(at + 1);
  const protocol = /^(ip|ipv6|tcp|udp|icmp|icmp6|esp|gre)$/i.test(rest[0]?.text ?? '')
    ? (rest.shift()?.text.toLowerCase() ?? null)
    : null;
  const operands = rest.filter(({ text }) => readAddress(text) !== undefined);
  const [source, destination] = operands;
  if (!source) return undefined;
  const known = protocol === null || protocol === 'ip' || protocol === 'ipv6' ? null : protocol;
  const terms = { action, protocol: known, ports: portsOf(rest) } as const;
  const found = new Map<Word, Terms>([[source, { ...terms, side: 'source' }]]);
  if (destination) found.set(destination, { ...terms, side: 'destination' });
  // `any` is what the rule leaves open; the operand that it names is what the rule is about.
  const named = [...found].filter(([word]) => readAddress(word.text)?.kind !== 'any');
  return named.length > 0 ? new Map(named) : found;
}

/** `eq 443`, `range 80 443`; of the last operand, which is the destination's. */
function portsOf(words: readonly Word[]): readonly PortSpan[] | null {
  const text = words.map(word => word.text).join(' ');
  const range = /\brange (\d+) (\d+)/i.exec(text);
  if (range) return [{ first: Number(range[1]), last: Number(range[2]) }];
  const one = /\beq ((?:\d+ ?)+)/i.exec(text)?.[1];
  if (one === undefined) return null;
  return one
    .trim()
    .split(' ')
    .map(port => ({ first: Number(port), last: Number(port) }));
}
