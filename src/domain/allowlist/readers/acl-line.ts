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
  const verb = words.slice(0, 6).find(({ text }) => /^(permit|deny)$/i.test(text));
  if (!verb) return undefined;
  const rest = words.slice(words.indexOf(verb) + 1);
  const operands = rest.filter(({ text }) => readAddress(text) !== undefined);
  const [source, destination, ...more] = operands;
  if (!source || more.length > 0) return undefined;
  const protocol = /^(tcp|udp|icmp|icmp6|esp|gre)$/i.exec(rest[0]?.text ?? '')?.[0].toLowerCase() ?? null;
  const terms = {
    action: /^deny$/i.test(verb.text) ? 'deny' : 'allow',
    protocol,
    ports: portsOf(rest.slice(rest.indexOf(destination ?? source) + 1)),
  } as const;
  const found = new Map<Word, Terms>([[source, { ...terms, side: 'source' }]]);
  if (destination) found.set(destination, { ...terms, side: 'destination' });
  // `any` is what the rule leaves open; the operand that it names is what the rule is about.
  const named = [...found].filter(([word]) => readAddress(word.text)?.kind !== 'any');
  return named.length > 0 ? new Map(named) : found;
}

/** `eq 443`, `range 80 443` behind the last operand, which is the destination. */
function portsOf(words: readonly Word[]): readonly PortSpan[] | null {
  const text = words.map(word => word.text).join(' ');
  const range = /\brange (\d+) (\d+)/i.exec(text);
  if (range) return [{ first: Number(range[1]), last: Number(range[2]) }];
  const ports = /\beq ([\d ]+)/i.exec(text)?.[1]?.match(/\d+/g);
  return ports ? ports.map(port => ({ first: Number(port), last: Number(port) })) : null;
}
