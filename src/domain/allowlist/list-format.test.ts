import { describe, expect, it } from 'vitest';
import { formatNames } from './read-list.ts';
import { readList } from './testing.ts';

const nameOf = (text: string) => formatNames[readList(text).format];
const nsgRule = {
  access: 'Allow',
  direction: 'Inbound',
  priority: 100,
  sourceAddressPrefix: '203.0.113.7',
};
/** A template that deploys a template, as exported infrastructure often does. */
const deployed = (resource: unknown) => ({
  $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  resources: [
    {
      type: 'Microsoft.Resources/deployments',
      properties: { mode: 'Incremental', template: { contentVersion: '1.0.0.0', resources: [resource] } },
    },
  ],
});

describe('the format of a list, by what its first lines or any of them tell', () => {
  it.each([
    ['indented', '\n  ["203.0.113.7"]', 'JSON'],
    ['an object', '{"allowed": ["203.0.113.7"]}', 'JSON'],
    ['cut off', '["203.0.113.7", "203.0', 'JSON'],
    ['a group', JSON.stringify({ name: 'office', ipAddresses: ['203.0.113.7'] }), 'IP group, JSON'],
    ['a field of that name with one address', '{"ipAddresses": "203.0.113.7"}', 'JSON'],
    [
      'a group inside a nested deployment',
      JSON.stringify(
        deployed({ type: 'Microsoft.Network/ipGroups', properties: { ipAddresses: ['203.0.113.7'] } }),
      ),
      'IP group, JSON',
    ],
    [
      'a security group with its rules',
      JSON.stringify({ name: 'nsg-hub', location: 'westeurope', securityRules: [nsgRule] }),
      'network security group, JSON',
    ],
    [
      'rules with something else among them',
      JSON.stringify([{ comment: 'exported by hand' }, nsgRule]),
      'network security group, JSON',
    ],
    [
      'a security group inside a nested deployment',
      JSON.stringify(deployed({ properties: { securityRules: [{ properties: nsgRule }] } })),
      'network security group, JSON',
    ],
    ['a rule without a direction', '[{"access": "Allow", "ipAddress": "203.0.113.7"}]', 'JSON'],
  ])('JSON: %s', (_, text, name) => expect(nameOf(text)).toBe(name));

  it.each([
    ['a directive', 'allow 203.0.113.7;'],
    ['in a block', 'location / {\n  deny all;\n}'],
    ['with blanks to line it up', 'allow   203.0.113.7 ;'],
    ['in capitals', 'ALLOW 203.0.113.7;'],
  ])('nginx: %s', (_, text) => expect(nameOf(text)).toBe('nginx'));

  it.each([
    ['a scope', `targetScope = 'resourceGroup' // for 203.0.113.7`],
    ['a scope without blanks', `targetScope='resourceGroup' // for 203.0.113.7`],
    ['a parameter', `param office string = '203.0.113.7'`],
    ['an indented parameter', `  param office string = '203.0.113.7'`],
    ['a variable with blanks to line it up', `var  office  = '203.0.113.7'`],
    ['a resource', `resource group 'Microsoft.Network/ipGroups@2024-05-01' = {\n}`],
    ['a piece of a rule', `sourceAddressPrefixes: [\n  '203.0.113.7/32'\n]`],
    ['an indented piece of a rule', `  sourceAddressPrefixes:  [\n    '203.0.113.7/32'\n  ]`],
    ['a piece without blanks', `properties:{\n  sourceAddressPrefix:'203.0.113.7'\n}`],
    ['a piece with blanks at the line end', `sourceAddressPrefixes: [  \n  '203.0.113.7/32'\n]`],
  ])('Bicep: %s', (_, text) => expect(nameOf(text)).toBe('Bicep'));

  it.each([
    ['a resource', 'resource "azurerm_ip_group" "office" { cidrs = ["203.0.113.7"] }'],
    ['an indented module', '  module "hub" { allowed = ["203.0.113.7"] }'],
    ['a variable with blanks to line it up', 'variable   "office" { default = "203.0.113.7" }'],
    ['local values', 'locals { office = "203.0.113.7" }'],
    ['local values without a blank', 'locals{ office = "203.0.113.7" }'],
    ['an indented piece of a group', '  security_rule { source_address_prefix = "203.0.113.7" }'],
    ['a list of values', 'partners = ["203.0.113.7"]'],
    ['a list of values without blanks', 'partners=["203.0.113.7"]'],
    ['an indented value with blanks to line it up', '  office   =   "203.0.113.7"'],
    ['a map of values', 'offices = { north = "203.0.113.7" }'],
  ])('Terraform: %s', (_, text) => expect(nameOf(text)).toBe('Terraform'));

  it.each([
    ['a head with a column of addresses', 'Name,Address\noffice,203.0.113.7'],
    ['the same with semicolons', 'Name;Address\noffice;203.0.113.7'],
  ])('CSV: %s', (_, text) => expect(nameOf(text)).toBe('CSV'));

  it.each([
    ['nothing', ''],
    ['an address', '203.0.113.7'],
    ['brackets behind a word', '- [203.0.113.7]'],
    ['a sentence with the words of nginx', 'we allow 203.0.113.7; and 203.0.113.8'],
    ['a sentence with the words of Bicep', 'see param office = 203.0.113.7'],
    ['a sentence with the words of Terraform', 'the resource "office" has 203.0.113.7'],
    ['a sentence with a block of Terraform', 'the locals { of the office } have 203.0.113.7'],
    ['a sentence with a value of Terraform', 'the new office = "203.0.113.7"'],
    ['a word before a colon and a list', "offices: [north] and those that aren't: 203.0.113.7"],
    ['a list behind words, with an apostrophe', "the partners' list: [\n203.0.113.7\n]"],
    ['a list without quotes', 'allowed: [\n203.0.113.7\n]'],
    ['an apostrophe', "the office's address: 203.0.113.7"],
  ])('plain text: %s', (_, text) => expect(nameOf(text)).toBe('plain text'));
});

describe('a list in the text of a language', () => {
  const quotesOf = (text: string) =>
    readList(text).groups.flatMap(group => (group.kind === 'array' ? [[group.quote, group.comma]] : []));

  it.each([
    ['JSON', '["203.0.113.7"]', '"', true],
    ['Terraform', 'partners = ["203.0.113.7"]', '"', true],
    ['Bicep', `param partners array = [\n  '203.0.113.7'\n]`, "'", false],
  ])('of %s takes new items as that language writes them', (_, text, quote, comma) =>
    expect(quotesOf(text)).toEqual([[quote, comma]]),
  );
});

it('a list keeps its text, and each of its lines without its end', () => {
  const text = '203.0.113.7\r\n\n203.0.113.8\r203.0.113.9\n';
  const list = readList(text);
  expect([list.text, list.lines]).toEqual([text, ['203.0.113.7', '', '203.0.113.8', '203.0.113.9', '']]);
  expect(list.entries.map(({ line, from }) => [line, from])).toEqual([
    [1, 0],
    [3, 14],
    [4, 26],
  ]);
});
