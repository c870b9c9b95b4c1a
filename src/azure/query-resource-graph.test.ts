import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { inGroups, queryResourceGraph, sortedIds } from './query-resource-graph.ts';
import { answerGraph } from './testing/fake-graph.ts';
import { FakeNetwork, json, refused, type Sent } from './testing/fake-network.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const query = { operation: 'query services', kql: 'resources', subscriptionIds: ['s1'] } as const;

async function readAll(network: FakeNetwork): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const page of queryResourceGraph(network.azure, query)) rows.push(...page.rows);
  return rows;
}

function answering(options: Parameters<typeof answerGraph>[1]): (sent: Sent) => Response {
  return sent => answerGraph(sent, options) ?? refused(404, 'NotFound');
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => ({ id: at }));

describe('a query', () => {
  it('says what it wants: rows as objects, a thousand a page, of these subscriptions', async () => {
    const network = new FakeNetwork(answering({ services: numbers(1_500) }));
    await network.run(readAll(network));
    expect(network.sent.map(sent => sent.body)).toEqual([
      {
        subscriptions: ['s1'],
        query: 'resources',
        options: { resultFormat: 'objectArray', $top: 1_000 },
      },
      {
        subscriptions: ['s1'],
        query: 'resources',
        options: { resultFormat: 'objectArray', $top: 1_000, $skipToken: '1000' },
      },
    ]);
    expect(network.sent[0]?.url.searchParams.get('api-version')).toBe('2022-10-01');
  });

  it('names no subscription where all are meant', async () => {
    const network = new FakeNetwork(answering({ services: [] }));
    const pages = queryResourceGraph(network.azure, { ...query, subscriptionIds: 'all' });
    await network.run(pages.next());
    expect(network.sent[0]?.body).not.toHaveProperty('subscriptions');
  });

  it('loses and doubles no row, whatever the size of the pages and of what is too large', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 3_000 }),
        fc.integer({ min: 1, max: 1_200 }),
        fc.integer({ min: 1, max: 1_200 }),
        async (count, pageSize, tooLargeAbove) => {
          fc.pre(count / Math.min(pageSize, tooLargeAbove / 2) < 400);
          const network = new FakeNetwork(answering({ services: numbers(count), pageSize, tooLargeAbove }));
          expect(await network.run(readAll(network))).toEqual(numbers(count));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks for half the rows where the answer is too large, and stays with that', async () => {
    const network = new FakeNetwork(answering({ services: numbers(600), tooLargeAbove: 300 }));
    await network.run(readAll(network));
    const asked = network.sent.map(sent => JSON.stringify(Object(sent.body).options));
    expect(asked).toEqual([
      '{"resultFormat":"objectArray","$top":1000}',
      '{"resultFormat":"objectArray","$top":500}',
      '{"resultFormat":"objectArray","$top":250}',
      '{"resultFormat":"objectArray","$top":250,"$skipToken":"250"}',
      '{"resultFormat":"objectArray","$top":250,"$skipToken":"500"}',
    ]);
  });

  it('is refused in the end where even one row is too large', async () => {
    const network = new FakeNetwork(() => refused(400, 'ResponsePayloadTooLarge'));
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'ResponsePayloadTooLarge' });
    expect(network.sent).toHaveLength(10);
  });
});

describe('pages that cannot be followed are refused', () => {
  it('where a page leads back to one already read', async () => {
    const network: FakeNetwork = new FakeNetwork(() =>
      json({ data: [], $skipToken: String(network.sent.length % 3) }),
    );
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'PageRefused' });
    expect(network.sent).toHaveLength(4);
  });

  it('where they never end', async () => {
    const network: FakeNetwork = new FakeNetwork(() =>
      json({ data: [], $skipToken: String(network.sent.length) }),
    );
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'PageRefused' });
    expect(network.sent).toHaveLength(1_001);
  });

  it.each([
    { resultTruncated: 'true', totalRecords: 47 },
    { resultTruncated: 'True' },
    { resultTruncated: true, totalRecords: null },
  ])('where rows were left out and nothing leads to them: %j', async body => {
    const network = new FakeNetwork(() => json({ data: [{ id: 1 }], ...body }));
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'PageRefused' });
  });

  it.each([
    { resultTruncated: 'false', totalRecords: 1 },
    { resultTruncated: 'true', totalRecords: 1 },
    { resultTruncated: null, $skipToken: null },
    {},
  ])('but a last page is a last page: %j', async body => {
    const network = new FakeNetwork(() => json({ data: [{ id: 1 }], ...body }));
    await expect(network.run(readAll(network))).resolves.toEqual([{ id: 1 }]);
  });
});

describe('an answer of another shape', () => {
  it.each([null, [], {}, { data: null }, { data: { columns: [], rows: [] } }, { value: [] }, 'x'])(
    'is an error, not an empty fleet: %j',
    async body => {
      const network = new FakeNetwork(() => json(body));
      await expect(network.run(readAll(network))).rejects.toMatchObject({
        kind: 'malformed',
        scope: { operation: 'query services' },
      });
    },
  );
});

describe('groups', () => {
  it('hold at most 300 subscriptions, each once, in one order', () => {
    const ids = Array.from({ length: 700 }, (_, at) => `Sub-${at}`);
    const groups = inGroups([...ids, ...ids.map(id => id.toUpperCase())].reverse());
    expect(groups.map(group => group.length)).toEqual([300, 300, 100]);
    expect(groups.flat()).toEqual(sortedIds(ids));
  });

  it('are one without names for all, and none for none', () => {
    expect(inGroups('all')).toEqual(['all']);
    expect(inGroups([])).toEqual([]);
  });
});
