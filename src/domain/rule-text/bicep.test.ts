import { describe, expect, it } from 'vitest';
import { hostile, inNetwork, onPublicIp, onShared, writtenBy } from './sample-rules.ts';

// No Bicep compiler runs here, so this reads the text by Bicep's published rules for comments and strings
// (learn.microsoft.com/azure/azure-resource-manager/bicep/file): enough to prove that no value leaves its string.
type Token = { readonly kind: 'string' | 'comment' | 'code'; readonly text: string };

function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  const pattern = /\/\/[^\n]*|'(?:\\(?:[\\'nrt$]|u\{[0-9a-f]+\})|[^'\\\n])*'|[^'/]+|\/(?!\/)/gy;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index !== at) break;
    const [part] = match;
    at += part.length;
    found.push({
      kind: part.startsWith('//') ? 'comment' : part.startsWith("'") ? 'string' : 'code',
      text: part,
    });
  }
  if (at !== text.length) throw new Error(`not Bicep at ${JSON.stringify(text.slice(at, at + 40))}`);
  return found;
}

const code = (text: string) =>
  tokens(text)
    .filter(({ kind }) => kind === 'code')
    .map(token => token.text)
    .join("''");

describe('Bicep text', () => {
  it('holds parameters without defaults and one rule a purpose', () => {
    expect(
      writtenBy('bicep', [onShared], ['internet-back-ends'])
        .split('\n')
        .filter(line => !line.startsWith('//'))
        .join('\n'),
    ).toBe(`
@description('Existing network security group of the internet back ends.')
param internetBackEndNsgName string

@description('Address range of the internet back ends.')
param internetBackEndAddressPrefix string

@minLength(1)
@description('Ports of the internet back ends.')
param internetBackEndPorts string[]

@minValue(100)
@maxValue(4096)
@description('Priority of apim-events-internet-back-ends-westeurope-4a81f7b9ad: one that no other rule of the group has.')
param priority1 int

resource internetBackEndNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: internetBackEndNsgName
}

resource rule1 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: internetBackEndNsg
  name: 'apim-events-internet-back-ends-westeurope-4a81f7b9ad'
  properties: {
    description: 'API Management events: internet-back-ends'
    priority: priority1
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'AzureCloud.westeurope'
    sourcePortRange: '0-65535'
    destinationAddressPrefix: internetBackEndAddressPrefix
    destinationPortRanges: internetBackEndPorts
  }
}
`);
  });

  it('declares what it uses, once, and nothing with a default or a wildcard', () => {
    const text = writtenBy('bicep', [inNetwork, onShared, onPublicIp]);
    const declared = [...text.matchAll(/^param (\w+) [\w[\]]+$/gm)].flatMap(match => match[1] ?? []);
    expect(new Set(declared).size).toBe(declared.length);
    expect([...text.matchAll(/^param .*/gm)].length).toBe(declared.length);
    for (const name of declared) expect(text).toMatch(new RegExp(`: ${name}$`, 'm'));
    const resources = [...text.matchAll(/^resource (\w+) /gm)].flatMap(match => match[1] ?? []);
    expect(new Set(resources).size).toBe(resources.length);
    expect(text).not.toContain('*');
  });

  it('keeps hostile names and texts inside strings and comments', () => {
    const services = [inNetwork, onShared, onPublicIp];
    const all = { includeOptional: true };
    const evilText = writtenBy('bicep', services.map(hostile), undefined, all);
    const neutral = (text: string) => code(text).replace(/^[^@]*/, '');
    expect(neutral(evilText)).toBe(neutral(writtenBy('bicep', services, undefined, all)));
    for (const token of tokens(evilText)) {
      if (token.kind === 'string') expect(token.text).not.toMatch(/(?<!\\)\$\{/);
      expect(token.text).not.toMatch(/[\r\u2028]/);
    }
  });
});
