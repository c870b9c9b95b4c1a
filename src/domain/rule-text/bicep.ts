import { anySourcePort, type NsgPlace, type NsgRule, type NsgSide, nsgRules, placesOf } from './nsg-rules.ts';
import { oneLine } from './remarks.ts';
import type { RuleText, RuleTextInput } from './types.ts';

/** Rules of existing network security groups as Bicep. What is not known is a parameter without a default. */
export function bicepText(input: RuleTextInput): RuleText {
  const answer = nsgRules(input);
  if ('reason' in answer) return { kind: 'cannot', reason: answer.reason };
  const { rules, remarks, notes } = answer;
  const places = placesOf(rules);
  const head = [
    ...remarks.head,
    ...remarks.warnings,
    ...remarks.unknown,
    ...notes.map(note => `LEFT OUT ${note}`),
  ];
  const blocks = [
    head.map(comment).join('\n'),
    ...places.flatMap(placeParameters),
    ...rules.map((rule, index) => priorityParameter(rule, index + 1)),
    ...places.map(({ place }) => placeResource(place)),
    ...rules.map((rule, index) => ruleResource(rule, index + 1)),
  ];
  return {
    kind: 'text',
    text: `${blocks.join('\n\n')}\n`,
    count: rules.length,
    notes,
    fileName: 'apim-nsg-rules.bicep',
    mediaType: 'text/plain',
  };
}

const apiVersion = '2024-05-01';

function placeParameters({
  place,
  asksAddresses,
  asksV6Addresses,
  asksPorts,
}: ReturnType<typeof placesOf>[number]) {
  const prefix = stemOf(place);
  const { words } = place;
  return [
    parameter(`${prefix}NsgName`, 'string', `Existing network security group of ${words}.`),
    ...(asksAddresses ? [parameter(`${prefix}AddressPrefix`, 'string', `Address range of ${words}.`)] : []),
    ...(asksV6Addresses
      ? [parameter(`${prefix}AddressPrefixV6`, 'string', `IPv6 address range of ${words}.`)]
      : []),
    ...(asksPorts ? [`@minLength(1)\n${parameter(`${prefix}Ports`, 'string[]', `Ports of ${words}.`)}`] : []),
  ];
}

function priorityParameter({ name }: NsgRule, number: number): string {
  const words = `Priority of ${name}: one that no other rule of the group has.`;
  return `@minValue(100)\n@maxValue(4096)\n${parameter(`priority${number}`, 'int', words)}`;
}

function parameter(name: string, type: string, words: string): string {
  return `@description(${quoted(words)})\nparam ${name} ${type}`;
}

function placeResource(place: NsgPlace): string {
  const prefix = stemOf(place);
  return [
    `resource ${prefix}Nsg 'Microsoft.Network/networkSecurityGroups@${apiVersion}' existing = {`,
    `  name: ${prefix}NsgName`,
    '}',
  ].join('\n');
}

function ruleResource(rule: NsgRule, number: number): string {
  const prefix = stemOf(rule.place);
  return [
    comment(rule.words),
    `resource rule${number} 'Microsoft.Network/networkSecurityGroups/securityRules@${apiVersion}' = {`,
    `  parent: ${prefix}Nsg`,
    `  name: ${quoted(rule.name)}`,
    '  properties: {',
    `    description: ${quoted(rule.description)}`,
    `    priority: priority${number}`,
    `    direction: '${rule.direction}'`,
    "    access: 'Allow'",
    "    protocol: 'Tcp'",
    ...side('source', rule.source, prefix),
    `    sourcePortRange: '${anySourcePort}'`,
    ...side('destination', rule.destination, prefix),
    rule.ports.length > 0
      ? list('destinationPortRanges', rule.ports.map(String))
      : `    destinationPortRanges: ${prefix}Ports`,
    '  }',
    '}',
  ].join('\n');
}

function side(which: 'source' | 'destination', value: NsgSide, prefix: string): readonly string[] {
  switch (value.kind) {
    case 'tag':
      return [`    ${which}AddressPrefix: ${quoted(value.tag)}`];
    case 'cidrs':
      return [list(`${which}AddressPrefixes`, value.cidrs)];
    case 'placeholder':
      return [`    ${which}AddressPrefix: ${prefix}AddressPrefix${value.v6 ? 'V6' : ''}`];
  }
}

function list(name: string, values: readonly string[]): string {
  return [`    ${name}: [`, ...values.map(value => `      ${quoted(value)}`), '    ]'].join('\n');
}

/** Source: learn.microsoft.com/azure/azure-resource-manager/bicep/data-types, strings. */
function quoted(text: string): string {
  const escaped = oneLine(text).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${');
  return `'${escaped}'`;
}

function comment(text: string): string {
  return `// ${oneLine(text)}`;
}

function stemOf({ stem: [first = '', ...rest] }: NsgPlace): string {
  return first + rest.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
