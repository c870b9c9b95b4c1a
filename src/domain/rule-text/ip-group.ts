import { groupBy } from '../group-by.ts';
import { addressesOf } from './address-list.ts';
import { nothingToAllow, remarksOf } from './remarks.ts';
import { ruleName } from './rule-name.ts';
import { purposeWords, type Rule, rulesOf, sortedSet } from './rules.ts';
import { shellCommand, shellPlaceholder, shellQuoted, shellScript } from './shell.ts';
import type { RuleText, RuleTextInput } from './types.ts';

/** Source: learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits, Azure Firewall limits. */
const maximum = 5000;

type Group = { readonly name: string; readonly words: string; readonly cidrs: readonly string[] };

/**
 * IP groups of Azure Firewall as `az network ip-group create`, one for each purpose. They hold IPv4 alone
 * (learn.microsoft.com/azure/firewall/ip-groups), no service tag and no name.
 */
export function ipGroupText(input: RuleTextInput): RuleText {
  const remarks = remarksOf(input);
  const rules = rulesOf(input);
  if (rules.length === 0) return { kind: 'cannot', reason: nothingToAllow(remarks) };
  if (input.family === 'ipv6') return { kind: 'cannot', reason: 'An IP group holds IPv4 addresses alone.' };
  const shown = rules.filter(({ required }) => required || input.includeOptional === true);
  const groups = groupsOf(shown);
  const notes = sortedSet([
    ...shown.flatMap(rule =>
      addressesOf(rule).missing.map(text => text.replace('this format', 'an IP group')),
    ),
    ...shown.flatMap(rule =>
      addressesOf(rule, 'ipv6').cidrs.length > 0
        ? [`${purposeWords(rule.purpose)}: IPv6 ranges are left out, because an IP group holds IPv4 alone.`]
        : [],
    ),
    ...(shown.length < rules.length ? ['Rules that are not required are left out.'] : []),
  ]);
  if (groups.length === 0) return { kind: 'cannot', reason: notes.join(' ') };
  const head = [
    ...remarks.head,
    ...groups.map(({ name, words, cidrs }) => `${name}: ${words}, ${cidrs.length} of IPv4`),
    ...remarks.warnings,
    ...remarks.unknown,
    ...notes,
  ];
  const needed = [
    { name: 'IP_GROUP_RESOURCE_GROUP', words: 'the resource group of the IP groups' },
    { name: 'IP_GROUP_LOCATION', words: 'the Azure region of the firewall' },
  ];
  return {
    kind: 'text',
    text: shellScript(head, needed, groups.map(command)),
    count: groups.length,
    notes,
    fileName: 'apim-ip-groups.sh',
    mediaType: 'text/x-shellscript',
  };
}

/** One group a purpose; more than a group can hold becomes several, numbered. */
function groupsOf(rules: readonly Rule[]): readonly Group[] {
  const usable = rules.filter(rule => addressesOf(rule, 'ipv4').cidrs.length > 0);
  const byPurpose = groupBy(usable, ({ purpose }) => purpose);
  return [...byPurpose.values()].flatMap(own => {
    const [first] = own;
    const cidrs = sortedSet(own.flatMap(rule => addressesOf(rule, 'ipv4').cidrs));
    const services = new Map(own.flatMap(rule => rule.services.map(service => [service.id, service])));
    const merged: Rule = {
      ...first,
      ports: [],
      values: { kind: 'cidr', cidrs },
      services: [...services.values()],
    };
    const parts = Math.ceil(cidrs.length / maximum);
    return Array.from({ length: parts }, (_, index) => ({
      name: ruleName(merged, parts > 1 ? String(index + 1) : ''),
      words: purposeWords(first.purpose),
      cidrs: cidrs.slice(index * maximum, (index + 1) * maximum),
    }));
  });
}

function command({ name, cidrs }: Group): string {
  return shellCommand('az network ip-group create', [
    `--resource-group ${shellPlaceholder('IP_GROUP_RESOURCE_GROUP')}`,
    `--location ${shellPlaceholder('IP_GROUP_LOCATION')}`,
    `--name ${shellQuoted(name)}`,
    `--ip-addresses ${cidrs.map(shellQuoted).join(' ')}`,
  ]);
}
