import { anySourcePort, type NsgRule, type NsgSide, nsgRules, placesOf } from './nsg-rules.ts';
import { oneLine } from './remarks.ts';
import { serviceHash } from './rule-name.ts';
import type { RuleText, RuleTextInput } from './types.ts';

/** Rules of existing network security groups for the azurerm provider. What is not known is a variable without a default. */
export function terraformText(input: RuleTextInput): RuleText {
  const answer = nsgRules(input);
  if ('reason' in answer) return { kind: 'cannot', reason: answer.reason };
  const { rules, remarks, notes } = answer;
  // Texts of several services may end up in one module, where a name may stand only once.
  const prefix = `apim_${serviceHash(input.services.map(({ id }) => id))}`;
  const head = [
    ...remarks.head,
    ...remarks.warnings,
    ...remarks.unknown,
    ...notes.map(note => `LEFT OUT ${note}`),
  ];
  const blocks = [
    head.map(comment).join('\n'),
    ...placesOf(rules).flatMap(place => placeVariables(prefix, place)),
    ...rules.map((rule, index) => priorityVariable(prefix, rule, index + 1)),
    ...rules.map((rule, index) => resource(prefix, rule, index + 1)),
  ];
  return {
    kind: 'text',
    text: `${blocks.join('\n\n')}\n`,
    count: rules.length,
    notes,
    fileName: 'apim-nsg-rules.tf',
    mediaType: 'text/plain',
  };
}

function placeVariables(
  prefix: string,
  { place, asksAddresses, asksV6Addresses, asksPorts }: ReturnType<typeof placesOf>[number],
): readonly string[] {
  const stem = `${prefix}_${place.stem.join('_')}`;
  const { words } = place;
  return [
    variable(`${stem}_resource_group`, 'string', `Resource group of the network security group of ${words}.`),
    variable(`${stem}_nsg`, 'string', `Network security group of ${words}.`),
    ...(asksAddresses ? [variable(`${stem}_address_prefix`, 'string', `Address range of ${words}.`)] : []),
    ...(asksV6Addresses
      ? [variable(`${stem}_address_prefix_v6`, 'string', `IPv6 address range of ${words}.`)]
      : []),
    ...(asksPorts ? [variable(`${stem}_ports`, 'list(string)', `Ports of ${words}.`)] : []),
  ];
}

function priorityVariable(prefix: string, { name }: NsgRule, number: number): string {
  const words = `Priority of ${name}, from 100 to 4096: one that no other rule of the group has.`;
  return variable(`${prefix}_priority_${number}`, 'number', words);
}

function variable(name: string, type: string, words: string): string {
  return [
    `variable "${name}" {`,
    `  type        = ${type}`,
    '  nullable    = false',
    `  description = ${quoted(words)}`,
    '}',
  ].join('\n');
}

function resource(prefix: string, rule: NsgRule, number: number): string {
  const group = `${prefix}_${rule.place.stem.join('_')}`;
  const ports = rule.ports.length > 0 ? list(rule.ports.map(String)) : `var.${group}_ports`;
  return [
    comment(rule.words),
    `resource "azurerm_network_security_rule" "${rule.name.replaceAll('-', '_')}" {`,
    `  resource_group_name          = var.${group}_resource_group`,
    `  network_security_group_name  = var.${group}_nsg`,
    `  name                         = ${quoted(rule.name)}`,
    `  description                  = ${quoted(rule.description)}`,
    `  priority                     = var.${prefix}_priority_${number}`,
    `  direction                    = "${rule.direction}"`,
    '  access                       = "Allow"',
    '  protocol                     = "Tcp"',
    `  ${side('source', rule.source, group)}`,
    `  source_port_range            = "${anySourcePort}"`,
    `  ${side('destination', rule.destination, group)}`,
    `  destination_port_ranges      = ${ports}`,
    '}',
  ].join('\n');
}

/** The provider takes a tag in the singular form alone (registry.terraform.io, azurerm_network_security_rule). */
function side(which: 'source' | 'destination', value: NsgSide, group: string): string {
  switch (value.kind) {
    case 'tag':
      return `${`${which}_address_prefix`.padEnd(28)} = ${quoted(value.tag)}`;
    case 'cidrs':
      return `${`${which}_address_prefixes`.padEnd(28)} = ${list(value.cidrs)}`;
    case 'placeholder':
      return `${`${which}_address_prefix`.padEnd(28)} = var.${group}_address_prefix${value.v6 ? '_v6' : ''}`;
  }
}

function list(values: readonly string[]): string {
  if (values.length === 1) return `[${values.map(quoted).join()}]`;
  return `[\n${values.map(value => `    ${quoted(value)},`).join('\n')}\n  ]`;
}

/**
 * Source: developer.hashicorp.com/terraform/language/expressions/strings, escape sequences. The function keeps
 * JavaScript from reading `$$` in a replacement as one dollar sign.
 */
function quoted(text: string): string {
  const escaped = oneLine(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
  return `"${escaped}"`;
}

function comment(text: string): string {
  return `# ${oneLine(text)}`;
}
