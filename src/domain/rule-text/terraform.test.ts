import { parse } from '@cdktf/hcl2json';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { hostile, inNetwork, onPublicIp, onShared, textOf, writtenBy } from './sample-rules.ts';

// HashiCorp's own parser, compiled to WebAssembly, decides what the text says.
const side = v.union([v.string(), v.array(v.string())]);
const resource = v.strictObject({
  resource_group_name: v.string(),
  network_security_group_name: v.string(),
  name: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/)),
  // The parser gives the escapes `$${` and `%%{` back as they were written; Terraform counts what they stand for.
  description: v.pipe(
    v.string(),
    v.transform(text => text.replaceAll(/([$%])\1\{/g, '$1{')),
    v.maxLength(140),
  ),
  priority: v.pipe(v.string(), v.regex(/^\$\{var\.\w+_priority_\d+\}$/)),
  direction: v.picklist(['Inbound', 'Outbound']),
  access: v.literal('Allow'),
  protocol: v.literal('Tcp'),
  source_address_prefix: v.optional(v.string()),
  source_address_prefixes: v.optional(v.array(v.string())),
  source_port_range: v.literal('0-65535'),
  destination_address_prefix: v.optional(v.string()),
  destination_address_prefixes: v.optional(v.array(v.string())),
  destination_port_ranges: side,
});
const file = v.strictObject({
  variable: v.record(
    v.string(),
    v.tuple([v.strictObject({ type: v.string(), nullable: v.literal(false), description: v.string() })]),
  ),
  resource: v.strictObject({
    azurerm_network_security_rule: v.record(v.string(), v.tuple([resource])),
  }),
});

async function read(text: string) {
  const { variable, resource: resources } = v.parse(file, await parse('rules.tf', text));
  const rules = Object.values(resources.azurerm_network_security_rule).map(([rule]) => rule);
  return { variables: Object.keys(variable), rules };
}

describe('Terraform text, read by the HCL parser', () => {
  it('holds one rule a purpose, a tag in the singular and ranges in the plural', async () => {
    const { rules } = await read(writtenBy('terraform', [inNetwork, onShared, onPublicIp]));
    const byName = (part: string) => rules.filter(({ name }) => name.includes(part));
    expect(byName('westeurope')).toMatchObject([
      { source_address_prefix: 'AzureCloud.westeurope', direction: 'Inbound' },
    ]);
    expect(byName('private-back-ends').map(rule => rule.source_address_prefixes)).toEqual([
      ['10.0.0.0/27', '10.1.0.0/27'],
      ['fd00:1::/64'],
    ]);
    expect(byName('clients')).toMatchObject([
      {
        direction: 'Outbound',
        destination_address_prefixes: ['10.0.0.5/32', '10.1.0.5/32', '203.0.113.7/32'],
        destination_port_ranges: ['443'],
      },
    ]);
    expect(byName('management')).toMatchObject([
      {
        source_address_prefix: 'ApiManagement',
        destination_address_prefix: 'VirtualNetwork',
        destination_port_ranges: ['3443'],
      },
    ]);
  });

  it('declares every variable that it uses, none with a default', async () => {
    const text = writtenBy('terraform', [inNetwork, onShared]);
    const { variables } = await read(text);
    const used = new Set([...text.matchAll(/= var\.(\w+)/g)].map(match => match[1]));
    expect([...used].sort()).toEqual([...variables].sort());
    expect(text).not.toMatch(/^\s*default\b/m);
    expect(text).not.toContain('*');
  });

  it('keeps hostile names and texts inside strings and comments', async () => {
    const services = [inNetwork, onShared, onPublicIp].map(hostile);
    const { rules } = await read(writtenBy('terraform', services, undefined, { includeOptional: true }));
    const { rules: plain } = await read(
      writtenBy('terraform', [inNetwork, onShared, onPublicIp], undefined, { includeOptional: true }),
    );
    expect(rules.length).toBe(plain.length);
    const values = (list: typeof rules) =>
      list.map(rule => [
        rule.source_address_prefix,
        rule.source_address_prefixes,
        rule.destination_address_prefix,
        rule.destination_address_prefixes,
        rule.destination_port_ranges,
      ]);
    const neutral = (list: typeof rules) =>
      values(list)
        .map(value => JSON.stringify(value).replaceAll(/apim_[0-9a-f]{10}/g, 'apim'))
        .sort();
    expect(neutral(rules)).toEqual(neutral(plain));
    const evilText = writtenBy('terraform', services);
    // An even number of dollar or per cent signs before a brace: text, no interpolation.
    for (const line of evilText.split('\n').filter(one => one.startsWith('  '))) {
      expect(line).not.toMatch(/(?<![$%])(?:\$|%)\{/);
    }
    expect(rules.every(({ description }) => description.includes('touch /tmp'))).toBe(true);
  });

  it('is refused with a reason where a network security group cannot hold the answer', () => {
    expect(textOf('terraform', { services: [onShared], purposes: ['clients'] })).toEqual({
      kind: 'cannot',
      reason:
        'Clients to the service: a network security group cannot hold a host name (events.azure-api.net).',
    });
    expect(textOf('terraform', { services: [inNetwork], purposes: ['dns'] })).toMatchObject({
      kind: 'cannot',
      reason: expect.stringContaining('cannot hold DNS records'),
    });
  });
});
