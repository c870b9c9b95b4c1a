import { anySourcePort, type NsgPlace, type NsgRule, type NsgSide, nsgRules, placesOf } from './nsg-rules.ts';
import { shellCommand, shellPlaceholder, shellQuoted, shellScript } from './shell.ts';
import type { RuleText, RuleTextInput } from './types.ts';

/** Rules of network security groups as `az network nsg rule create`. */
export function nsgText(input: RuleTextInput): RuleText {
  const answer = nsgRules(input);
  if ('reason' in answer) return { kind: 'cannot', reason: answer.reason };
  const { rules, remarks, notes } = answer;
  const many = rules.length > 1;
  const priority = (index: number) => (many ? `PRIORITY_${index + 1}` : 'PRIORITY');
  const commands = rules.map((rule, index) => command(rule, priority(index)));
  const needed = [
    ...placesOf(rules).flatMap(needs),
    ...rules.map((_, index) => ({
      name: priority(index),
      words: 'a number from 100 to 4096 that no other rule of the group has',
    })),
  ];
  const head = [
    ...remarks.head,
    ...rules.map((rule, index) => (many ? `Rule ${index + 1}: ${rule.words}` : rule.words)),
    ...remarks.warnings,
    ...remarks.unknown,
    ...notes.map(note => `LEFT OUT ${note}`),
  ];
  return {
    kind: 'text',
    text: shellScript(head, needed, commands),
    count: rules.length,
    notes,
    fileName: 'apim-nsg-rules.sh',
    mediaType: 'text/x-shellscript',
  };
}

function command(rule: NsgRule, priority: string): string {
  const prefix = stemOf(rule.place);
  return shellCommand('az network nsg rule create', [
    `--resource-group ${shellPlaceholder(`${prefix}_RESOURCE_GROUP`)}`,
    `--nsg-name ${shellPlaceholder(`${prefix}_NSG`)}`,
    `--name ${shellQuoted(rule.name)}`,
    `--description ${shellQuoted(rule.description)}`,
    `--priority ${shellPlaceholder(priority)}`,
    `--direction ${rule.direction}`,
    '--access Allow',
    '--protocol Tcp',
    `--source-address-prefixes ${side(rule.source, prefix)}`,
    `--source-port-ranges ${anySourcePort}`,
    `--destination-address-prefixes ${side(rule.destination, prefix)}`,
    `--destination-port-ranges ${rule.ports.length > 0 ? rule.ports.join(' ') : shellPlaceholder(`${prefix}_PORTS`)}`,
  ]);
}

function side(value: NsgSide, prefix: string): string {
  switch (value.kind) {
    case 'tag':
      return shellQuoted(value.tag);
    case 'cidrs':
      return value.cidrs.map(shellQuoted).join(' ');
    case 'placeholder':
      return shellPlaceholder(`${prefix}_ADDRESSES${value.v6 ? '_V6' : ''}`);
  }
}

function needs({ place, asksAddresses, asksV6Addresses, asksPorts }: ReturnType<typeof placesOf>[number]) {
  const prefix = stemOf(place);
  const { words } = place;
  return [
    {
      name: `${prefix}_RESOURCE_GROUP`,
      words: `the resource group of the network security group of ${words}`,
    },
    { name: `${prefix}_NSG`, words: `the network security group of ${words}` },
    ...(asksAddresses ? [{ name: `${prefix}_ADDRESSES`, words: `the address range of ${words}` }] : []),
    ...(asksV6Addresses
      ? [{ name: `${prefix}_ADDRESSES_V6`, words: `the IPv6 address range of ${words}` }]
      : []),
    ...(asksPorts ? [{ name: `${prefix}_PORTS`, words: `one port or range of ${words}, such as 443` }] : []),
  ];
}

function stemOf({ stem }: NsgPlace): string {
  return stem.join('_').toUpperCase();
}
