import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { guidanceFor } from '../guidance/guidance.ts';
import { guide, weu } from '../guidance/sample-answers.ts';
import { arbitraryInput } from '../guidance/sample-arbitraries.ts';
import { sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { ruleName, serviceHash } from './rule-name.ts';
import { ruleFormats, ruleText } from './rule-text.ts';
import { rulesOf } from './rules.ts';
import { inNetwork, onPublicIp, onShared, textOf, writtenBy } from './sample-rules.ts';

vi.setConfig({ testTimeout: 60_000 });
const generatedAt = '2026-11-22T10:00:00Z';

describe('rule names', () => {
  it('hold a hash of the id, so that two services of one name never share a rule', () => {
    const twin = { ...onPublicIp, id: onPublicIp.id.replace('/r/', '/other/') };
    const [first] = rulesOf({ services: [onPublicIp], generatedAt });
    const [second] = rulesOf({ services: [twin], generatedAt });
    expect(first && ruleName(first)).toBe('apim-orders-clients-443-3b3a0e6cb6');
    expect(second && ruleName(second)).not.toBe(first && ruleName(first));
  });

  it('do not depend on the case or the order of ids', () => {
    // The published value of 64-bit FNV-1a for `foobar`: 85944171f73967e8.
    expect(serviceHash(['FooBar'])).toBe('85944171f7');
    expect(serviceHash(['/A', '/b'])).toBe(serviceHash(['/B', '/a']));
    expect(serviceHash(['/a'])).not.toBe(serviceHash(['/b']));
  });

  it('are names that Azure takes, and no two rules of one text share one', () => {
    const seen = fc.record({
      a: arbitraryInput,
      b: arbitraryInput,
      name: fc.string({ maxLength: 60, unit: 'binary' }),
    });
    fc.assert(
      fc.property(seen, ({ a, b, name }) => {
        const services = [
          { ...guidanceFor(a), name },
          { ...guidanceFor(b), id: '/subscriptions/s/other' },
        ];
        const names = rulesOf({ services, generatedAt }).flatMap(rule => [
          ruleName(rule),
          ruleName(rule, 'v6'),
        ]);
        expect(new Set(names).size).toBe(names.length);
        for (const one of names) expect(one).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('every format', () => {
  it.each(ruleFormats)('$label does not depend on the order of services, nor on repetition', ({ id }) => {
    const services = [inNetwork, onShared, onPublicIp];
    expect(ruleText(id, { services: [...services].reverse(), generatedAt })).toEqual(
      ruleText(id, { services, generatedAt }),
    );
    expect(ruleText(id, { services: [...services, ...services], generatedAt })).toEqual(
      ruleText(id, { services, generatedAt }),
    );
  });

  it('writes no rule for what is unknown, and never a wildcard', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.constantFrom(...ruleFormats), (input, { id }) => {
        const guidance = guidanceFor(input);
        const answer = ruleText(id, { services: [guidance], generatedAt, includeOptional: true });
        if (id === 'json') return;
        if (guidance.entries.length === 0) expect(answer.kind).toBe('cannot');
        if (answer.kind === 'text' && ['nsg', 'bicep', 'terraform', 'ip-group'].includes(id)) {
          const code = answer.text
            .split('\n')
            .filter(line => !/^(#|\/\/)/.test(line))
            .join('\n');
          expect(code).not.toContain('*');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('writes no line for a routed egress', () => {
    const network = sampleNetwork({
      subnets: [sampleSubnet('weu', { routeTableId: '/routeTables/rt' })],
      routeTables: [
        {
          id: '/routeTables/rt',
          disableBgpRoutePropagation: null,
          routes: [
            { name: 'r', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIp: '10.9.0.4' },
          ],
        },
      ],
    });
    const routed = guide({ vnetMode: 'External', regions: [weu] }, network);
    for (const { id } of ruleFormats.filter(format => format.id !== 'json')) {
      expect(textOf(id, { services: [routed], purposes: ['internet-back-ends'] })).toMatchObject({
        kind: 'cannot',
        reason: expect.stringContaining('10.9.0.4'),
      });
    }
  });

  it('leaves optional rules out of rule texts unless they are asked for, and says so', () => {
    const short = textOf('nsg', { services: [onPublicIp], purposes: ['clients'] });
    expect(short).toMatchObject({
      kind: 'text',
      count: 1,
      notes: [expect.stringContaining('on port 80: optional, left out')],
    });
    expect(
      textOf('nsg', { services: [onPublicIp], purposes: ['clients'], includeOptional: true }),
    ).toMatchObject({ count: 2, notes: [] });
  });
});

describe('limits of Azure', () => {
  const one = guide({ tier: 'Basic' });
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const value = `51.${index >> 16}.${(index >> 8) & 255}.${index & 255}/32`;
      const entries = one.entries.map(entry => ({ ...entry, value }));
      return { ...one, id: `/subscriptions/s/${index}`, entries };
    });

  it('a network security group holds 4,000 ranges and refuses more', () => {
    expect(textOf('nsg', { services: many(4000), purposes: ['internet-back-ends'] })).toMatchObject({
      kind: 'text',
      count: 1,
    });
    for (const format of ['nsg', 'bicep', 'terraform'] as const) {
      expect(textOf(format, { services: many(4001), purposes: ['internet-back-ends'] })).toMatchObject({
        kind: 'cannot',
        reason: expect.stringContaining('4001 ranges'),
      });
    }
  });

  it('an IP group holds 5,000 addresses, so more become several groups', () => {
    const text = writtenBy('ip-group', many(5001), ['internet-back-ends']);
    const groups = [...text.matchAll(/--ip-addresses (.*)/g)].map(match => match[1]?.split(' ').length);
    expect(groups).toEqual([5000, 1]);
    const names = [...text.matchAll(/--name '(.*)'/g)].map(match => match[1]);
    expect(new Set(names).size).toBe(2);
  });
});

describe('an IP group', () => {
  it('holds the ranges of a service tag, IPv4 alone, and says that they are a copy', () => {
    const answer = textOf('ip-group', { services: [onShared], purposes: ['internet-back-ends'] });
    expect(answer).toMatchObject({ kind: 'text', count: 1 });
    expect(answer.kind === 'text' && answer.text).toContain("--ip-addresses '13.69.0.0/17'\n");
    expect(answer.kind === 'text' && answer.notes.join(' ')).toMatch(
      /change number 218.*|IPv6 ranges are left out/,
    );
  });

  it('is named after the services that have a share in it', () => {
    const text = writtenBy('ip-group', [inNetwork, onShared], ['clients']);
    expect(text).toContain("--name 'apim-contoso-clients-a611fb81a3'");
  });

  it('is refused for a service tag whose ranges were not read, for names and for records', () => {
    const unread = guide({ tier: 'Consumption' });
    const reason = (services: Parameters<typeof textOf>[1]) => {
      const answer = textOf('ip-group', services);
      return answer.kind === 'cannot' ? answer.reason : '';
    };
    expect(reason({ services: [unread], purposes: ['internet-back-ends'] })).toContain(
      'an IP group cannot hold the service tag AzureCloud.westeurope',
    );
    expect(reason({ services: [onShared], purposes: ['clients'] })).toContain('cannot hold the host name');
    expect(reason({ services: [inNetwork], purposes: ['dns'] })).toContain('cannot hold DNS records');
    expect(reason({ services: [inNetwork], family: 'ipv6' })).toContain('IPv4');
  });
});
