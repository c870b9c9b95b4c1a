import { describe, expect, it } from 'vitest';
import { questionsFor } from '../domain/guidance/questions.ts';
import type { Service } from '../domain/service.ts';
import { readGuidance } from './read-guidance.ts';
import { readRow } from './read-rows.ts';
import { armServiceReader } from './service-reader.ts';
import { FakeNetwork, json, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const now = () => Date.parse('2026-11-22T10:00:00Z');

function listed(name: string, changed: Record<string, unknown> = {}): Service {
  const { row } = readRow(armServiceReader, armServiceJson('s1', name, changed));
  if (!row) throw new Error('Not readable.');
  return row;
}

function wishes(...names: readonly string[]) {
  return names.map(name => ({ service: listed(name), subscriptionState: 'Enabled' }));
}

function nameOf(url: URL): string {
  return url.pathname.split('/').pop() ?? '';
}

describe('readGuidance', () => {
  it('derives each service from what Resource Manager says now, in the order that was asked for', async () => {
    const network = new FakeNetwork(({ url }) =>
      json(
        armServiceJson('s1', nameOf(url), {
          properties: { virtualNetworkType: 'None', publicIPAddresses: ['198.51.100.9'] },
        }),
      ),
    );
    const done: number[] = [];
    const answers = await readGuidance(network.azure, wishes('a', 'b', 'c', 'd', 'e', 'f'), {
      signal: new AbortController().signal,
      onProgress: count => done.push(count),
      now,
    });
    expect(answers.map(({ guidance }) => guidance.name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
    const values = new Set(answers.flatMap(({ guidance }) => guidance.entries.map(({ value }) => value)));
    expect([...values]).toEqual(['198.51.100.9/32']);
  });

  it('reads no more than four services at a time', async () => {
    const network = new FakeNetwork(({ url }) => json(armServiceJson('s1', nameOf(url))));
    await readGuidance(network.azure, wishes(...'abcdefghij'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      now,
    });
    expect(Math.max(...network.sent.map(({ inFlight }) => inFlight))).toBeLessThanOrEqual(4);
  });

  it('says that nothing is known of a service that may not be read, and names the right', async () => {
    const network = new FakeNetwork(({ url }) =>
      nameOf(url) === 'b' ? refused(403, 'AuthorizationFailed') : json(armServiceJson('s1', nameOf(url))),
    );
    const [a, b] = await readGuidance(network.azure, wishes('a', 'b'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      now,
    });
    expect(a?.error).toBeNull();
    expect(b?.error?.kind).toBe('forbidden');
    expect(b?.guidance.entries).toEqual([]);
    expect(b && questionsFor(b.guidance).map(({ hint }) => hint)).toEqual(Array(5).fill('not known'));
    expect(b?.guidance.unknown[0]?.text).toContain(
      'the right Microsoft.ApiManagement/service/read is missing',
    );
  });

  it('stops when it is cancelled', async () => {
    const cancel = new AbortController();
    const network = new FakeNetwork(({ url }) => json(armServiceJson('s1', nameOf(url))));
    const reading = readGuidance(network.azure, wishes(...'abcdefghij'), {
      signal: cancel.signal,
      onProgress: () => cancel.abort(),
      now,
    });
    await expect(reading).rejects.toThrow(/abort/i);
    expect(network.sent.length).toBeLessThan(10);
  });

  it('says that nothing is known of a service whose answer has another shape, and what is wrong with it', async () => {
    const network = new FakeNetwork(({ url }) => json(armServiceJson('s1', nameOf(url), { location: 5 })));
    const [answer] = await readGuidance(network.azure, wishes('a'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      now,
    });
    expect(answer?.error).toBeNull();
    expect(answer?.guidance.entries).toEqual([]);
    expect(new Set(answer?.guidance.unknown.map(({ code }) => code))).toEqual(new Set(['service-not-read']));
    expect(answer?.guidance.unknown[0]?.text).toContain('location');
  });

  it('keeps what the service itself says where nothing of its network could be read', async () => {
    const subnet =
      '/subscriptions/s1/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/s';
    const network = new FakeNetwork(({ url }) =>
      url.pathname.includes('Microsoft.Network')
        ? refused(500, 'InternalServerError')
        : json(
            armServiceJson('s1', nameOf(url), {
              properties: {
                virtualNetworkType: 'External',
                publicIPAddresses: ['198.51.100.9'],
                virtualNetworkConfiguration: { subnetResourceId: subnet },
              },
            }),
          ),
    );
    const reading = readGuidance(network.azure, wishes('a'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      now,
    });
    const [answer] = await network.run(reading);
    expect(answer?.error).toBeNull();
    expect(answer?.guidance.entries.some(({ value }) => value === '198.51.100.9/32')).toBe(true);
  });

  it.each<[string, (url: URL) => Response, string]>([
    [
      'may not be read',
      () => refused(403, 'AuthorizationFailed'),
      'a could not be read: the right Microsoft.ApiManagement/service/read is missing. Nothing is said of what it needs.',
    ],
    [
      'is not there',
      () => refused(404, 'ResourceNotFound'),
      'a was not found, or you have no right to see it. Nothing is said of what it needs.',
    ],
    [
      'has another shape',
      url => json(armServiceJson('s1', nameOf(url), { location: 5 })),
      'a could not be read: the call failed. location: Invalid type: Expected string but received 5. Nothing is said of what it needs.',
    ],
  ])('says nothing but that of a service that %s', async (_, answer, text) => {
    const network = new FakeNetwork(({ url }) => answer(url));
    const [service] = wishes('a');
    const reading = readGuidance(network.azure, wishes('a'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      now: () => network.clock.now(),
    });
    const answers = await network.run(reading);
    expect(answers.map(({ guidance }) => guidance)).toEqual([
      {
        id: service?.service.id,
        name: 'a',
        tier: 'Premium',
        vnetMode: 'None',
        subscriptionState: 'Enabled',
        asOf: new Date(network.clock.now()).toISOString(),
        entries: [],
        warnings: [],
        unknown: (['clients', 'internet-back-ends', 'private-back-ends', 'management', 'dns'] as const).map(
          purpose => ({ code: 'service-not-read', purpose, text }),
        ),
      },
    ]);
  });

  it('reads the service tags that a service needs, and takes the time of its answer', async () => {
    const network: FakeNetwork = new FakeNetwork(({ url }) =>
      url.pathname.endsWith('/serviceTagDetails')
        ? json({
            value: [
              {
                name: url.searchParams.get('tagName'),
                properties: { addressPrefixes: ['20.0.0.0/16'] },
              },
            ],
          })
        : json(armServiceJson('s1', nameOf(url), { sku: { name: 'Consumption', capacity: 0 } })),
    );
    const reading = readGuidance(network.azure, wishes('a'), {
      signal: new AbortController().signal,
      onProgress: () => {},
      now: () => 0,
    });
    const [answer] = await network.run(reading);
    expect(answer?.guidance.asOf).toBe(new Date(network.clock.now()).toISOString());
    expect(answer?.guidance.entries.some(({ prefixes }) => prefixes?.includes('20.0.0.0/16'))).toBe(true);
  });

  it('ends with the reader’s own reason when it is given up', async () => {
    const away = new Error('The reader went on.');
    const controller = new AbortController();
    const network = new FakeNetwork(({ url }) => {
      controller.abort(away);
      return json(armServiceJson('s1', nameOf(url)));
    });
    await expect(
      readGuidance(network.azure, wishes('a', 'b'), { signal: controller.signal, onProgress: () => {}, now }),
    ).rejects.toBe(away);
  });
});
