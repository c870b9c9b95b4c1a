import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inNetwork, onPublicIp, onShared, textOf, writtenBy } from './sample-rules.ts';

// What stands in the folder is the whole text of each format, to be read by people as well.
const services = [inNetwork, onPublicIp, onShared];
const purposes = ['clients', 'internet-back-ends', 'private-back-ends', 'dns'] as const;
const whole = (fileName: string) =>
  readFileSync(new URL(`whole/${fileName.replace('apim-', '')}`, import.meta.url), 'utf8');

const shell = 'text/x-shellscript';
const leftOutOfNsg = [
  'Clients to the service: a network security group cannot hold a host name (events.azure-api.net).',
  'Clients to the service on port 80: optional, left out. Only for clients that use plain HTTP.',
  'DNS records inside the network: a network security group cannot hold DNS records.',
];
const copied =
  'Service to internet back ends: the ranges of AzureCloud.westeurope as they were when read, change number 218. Microsoft changes them; this text does not follow.';
const leftOutOfGroups = [
  'Clients to the service: an IP group cannot hold the host name events.azure-api.net.',
  'DNS records inside the network: an IP group cannot hold DNS records.',
  'Rules that are not required are left out.',
  'Service to internet back ends: IPv6 ranges are left out, because an IP group holds IPv4 alone.',
  copied,
  'Service to private back ends: IPv6 ranges are left out, because an IP group holds IPv4 alone.',
];

describe('the whole text', () => {
  it.each([
    ['nsg', 'apim-nsg-rules.sh', shell, 5, leftOutOfNsg],
    ['bicep', 'apim-nsg-rules.bicep', 'text/plain', 5, leftOutOfNsg],
    ['terraform', 'apim-nsg-rules.tf', 'text/plain', 5, leftOutOfNsg],
    ['ip-group', 'apim-ip-groups.sh', shell, 3, leftOutOfGroups],
    ['plain', 'apim-addresses.txt', 'text/plain', 13, [copied]],
    ['csv', 'apim-rules.csv', 'text/csv', 14, [copied]],
  ] as const)('of %s is %s', (format, fileName, mediaType, count, notes) => {
    const { text, ...about } = { text: '', ...textOf(format, { services, purposes }) };
    expect(about).toEqual({ kind: 'text', fileName, mediaType, count, notes });
    expect(text.replaceAll('\r\n', '\n')).toBe(whole(fileName));
  });

  it('of JSON counts the entries of every service', () =>
    expect(textOf('json', { services, purposes })).toMatchObject({
      kind: 'text',
      fileName: 'apim-guidance.json',
      mediaType: 'application/json',
      count: 14,
      notes: [],
    }));

  it('of one rule has no numbers', () => {
    const lines = writtenBy('nsg', [onShared], ['internet-back-ends']).split('\n');
    expect(lines).toContain('# Service to internet back ends: events');
    expect(lines).toContain(
      ': "${PRIORITY:?set PRIORITY to a number from 100 to 4096 that no other rule of the group has}"',
    );
  });
});

describe('what means something to a language is written so that it stays text', () => {
  const named = { ...onPublicIp, name: '="it\'s" \\ ${b} %{c}' };

  it.each([
    ['nsg', `--description 'API Management ="it'\\''s" \\ \${b} %{c}: clients'`],
    ['bicep', `description: 'API Management ="it\\'s" \\\\ \\\${b} %{c}: clients'`],
    ['terraform', `"API Management =\\"it's\\" \\\\ $\${b} %%{c}: clients"`],
    ['csv', `"'=""it's"" \\ \${b} %{c}","apim-`],
  ] as const)('in %s', (format, expected) =>
    expect(writtenBy(format, [named], ['clients'])).toContain(expected),
  );
});

describe('one address family', () => {
  it.each([
    ['ipv4', ['10.0.0.0/27', '10.1.0.0/27', '10.0.0.5/32']],
    ['ipv6', ['fd00:1::/64']],
  ] as const)('%s alone in CSV where asked', (family, expected) => {
    const text = writtenBy('csv', [inNetwork], ['private-back-ends', 'dns'], { family });
    expect([...text.matchAll(/^"rule"(?:,"[^"]*"){4},"([^"]*)"/gm)].map(match => match[1])).toEqual(expected);
  });
});

describe('IP groups', () => {
  it('hold rules that are not required where asked, and then leave out none', () => {
    const all = textOf('ip-group', { services: [onPublicIp], purposes: ['clients'], includeOptional: true });
    expect(all).toMatchObject({ kind: 'text', count: 1, notes: [] });
  });

  it('are numbered from one where one is not enough', () => {
    const [entry] = onPublicIp.entries;
    if (!entry) throw new Error('No entry');
    const entries = Array.from({ length: 5001 }, (_, at) => ({
      ...entry,
      value: `51.0.${at >> 8}.${at & 255}/32`,
    }));
    const text = writtenBy('ip-group', [{ ...onPublicIp, entries }], [entry.purpose]);
    expect([...text.matchAll(/--name '(.*)'/g)].map(match => match[1]?.slice(-2))).toEqual(['-1', '-2']);
  });
});
