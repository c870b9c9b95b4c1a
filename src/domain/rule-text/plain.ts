import { parseRange } from '../address.ts';
import { groupBy } from '../group-by.ts';
import { addressesOf, bareAddresses } from './address-list.ts';
import { nothingToAllow, oneLine, remarksOf } from './remarks.ts';
import { purposeWords, type Rule, rulesOf, sortedSet } from './rules.ts';
import type { RuleText, RuleTextInput } from './types.ts';

/** One value a line under a comment for each purpose: addresses, ranges, host names, and DNS records as zone lines. */
export function plainText(input: RuleTextInput): RuleText {
  const remarks = remarksOf(input);
  const rules = rulesOf(input);
  if (rules.length === 0) return { kind: 'cannot', reason: nothingToAllow(remarks) };
  const shown = rules.filter(({ required }) => required || input.includeOptional === true);
  const byPurpose = groupBy(shown, ({ purpose }) => purposeWords(purpose));
  const sections = [...byPurpose].map(([title, own]) => ({
    title,
    values: sortedSet(own.flatMap(rule => valuesOf(rule, input))),
  }));
  const notes = sortedSet(shown.flatMap(rule => notesOf(rule, input)));
  const count = sections.reduce((sum, { values }) => sum + values.length, 0);
  if (count === 0)
    return { kind: 'cannot', reason: notes.join(' ') || 'There is nothing of this address family.' };
  const comments = [...remarks.head, ...remarks.warnings, ...remarks.unknown, ...notes];
  const text = [
    ...comments.map(line => `# ${oneLine(line)}`),
    ...sections.flatMap(({ title, values }) => (values.length === 0 ? [] : [`# ${title}`, ...values])),
    '',
  ].join('\n');
  return { kind: 'text', text, count, notes, fileName: 'apim-addresses.txt', mediaType: 'text/plain' };
}

function valuesOf(rule: Rule, { bareAddresses: bare, family }: RuleTextInput): readonly string[] {
  if (rule.values.kind === 'hostName') return rule.values.names;
  if (rule.values.kind === 'record') {
    return rule.values.records.map(({ name, cidr }) => {
      const type = parseRange(cidr)?.family === 'ipv6' ? 'AAAA' : 'A';
      return `${name}. IN ${type} ${bareAddresses(cidr).join()}`;
    });
  }
  const { cidrs } = addressesOf(rule, family);
  return bare ? cidrs.flatMap(bareAddresses) : cidrs;
}

function notesOf(rule: Rule, { family }: RuleTextInput): readonly string[] {
  return rule.values.kind === 'serviceTag' ? addressesOf(rule, family).missing : [];
}
