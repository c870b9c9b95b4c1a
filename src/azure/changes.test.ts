import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { changesOfKql, kqlText } from './changes-kql.ts';
import { kqlTexts } from './kql-texts.ts';
import { queryChanges, queryChangesOf } from './query-changes.ts';
import { exampleBody, hasExamples } from './testing/arm-examples.ts';
import { FakeNetwork, json, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const { id } = armServiceJson('s1', 'contoso');

/** A row of our query, as Resource Graph gives it. */
function row(name: string, changed: Record<string, unknown> = {}) {
  return {
    id: `${id}/providers/Microsoft.Resources/changes/${name}`,
    targetResourceId: id,
    changeType: 'Update',
    timestamp: '2026-11-20T10:00:00.123Z',
    correlationId: 'c-1',
    changedBy: 'admin@contoso.example',
    changedByType: 'User',
    operation: 'microsoft.apimanagement/service/write',
    isTruncated: null,
    changes: {
      'properties.publicIPAddresses[0]': { previousValue: '203.0.113.7', newValue: '203.0.113.9' },
      'tags.key': { previousValue: 'null', newValue: 'x', isTruncated: 'true' },
    },
    ...changed,
  };
}

const rowsOf = (...rows: unknown[]) => new FakeNetwork(() => json({ data: rows, totalRecords: rows.length }));

describe('the change history', () => {
  it('is read with its values, who and when, newest first', async () => {
    const network = rowsOf(row('old', { timestamp: '2026-11-10T10:00:00Z' }), row('new'));
    const history = await queryChanges(network.azure, { subscriptionIds: 'all' });
    expect(history).toMatchObject({ oldest: '2026-11-10T10:00:00Z', incomplete: null, unreadable: [] });
    expect(history.changes.map(one => one.id.split('/').pop())).toEqual(['new', 'old']);
    expect(history.changes[0]).toEqual({
      ...row('new'),
      changes: {
        'properties.publicIPAddresses[0]': {
          previousValue: '203.0.113.7',
          newValue: '203.0.113.9',
          isTruncated: null,
        },
        'tags.key': { previousValue: 'null', newValue: 'x', isTruncated: 'true' },
      },
    });
  });

  it('of a creation has no values, and absence is null or empty', async () => {
    const network = rowsOf(
      row('a', { changeType: 'Create', changes: null, changedBy: '', correlationId: null }),
    );
    const { changes } = await queryChanges(network.azure, { subscriptionIds: 'all' });
    expect(changes[0]).toMatchObject({
      changeType: 'Create',
      changes: {},
      changedBy: null,
      correlationId: null,
    });
  });

  it('marks a property in an unknown form as changed and cut short, and keeps strange paths harmless', async () => {
    const changes = JSON.parse('{"sku.name":"Premium","__proto__":{"newValue":"x"}}');
    const network = rowsOf(row('a', { changes }));
    const history = await queryChanges(network.azure, { subscriptionIds: 'all' });
    expect(Object.entries(history.changes[0]?.changes ?? {})).toEqual([
      ['sku.name', { previousValue: null, newValue: null, isTruncated: true }],
      ['__proto__', { previousValue: null, newValue: 'x', isTruncated: null }],
    ]);
  });

  it('of nothing has no oldest change', async () => {
    const history = await queryChanges(rowsOf().azure, { subscriptionIds: 'all' });
    expect(history).toMatchObject({ changes: [], oldest: null, incomplete: null });
  });

  it('keeps a row that cannot be read beside the others', async () => {
    const network = rowsOf(row('a'), row('b', { timestamp: 'soon' }), row('c', { changes: [] }), 7);
    const { changes, unreadable } = await queryChanges(network.azure, { subscriptionIds: 'all' });
    expect(changes).toHaveLength(1);
    expect(unreadable).toHaveLength(3);
  });

  it('is asked in groups of 300, joined, and says what is missing', async () => {
    const ids = Array.from({ length: 301 }, (_, at) => `s${String(at).padStart(3, '0')}`);
    const network = new FakeNetwork(sent =>
      Object(sent.body).subscriptions.length === 1
        ? refused(403, 'AccessDenied')
        : json({ data: [row('a'), row('a')], totalRecords: 2 }),
    );
    const history = await network.run(queryChanges(network.azure, { subscriptionIds: ids }));
    expect(history.changes).toHaveLength(1);
    expect(history.incomplete).toMatchObject({ kind: 'forbidden' });
  });

  it('is an error where nothing of it could be read', async () => {
    const network = new FakeNetwork(() => refused(403, 'AccessDenied'));
    await expect(queryChanges(network.azure, { subscriptionIds: ['s1'] })).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation: 'query the change history' },
    });
  });

  it('of one service asks for that service in its subscription', async () => {
    const network = rowsOf(row('a'));
    await queryChangesOf(network.azure, { id: `${id}/apis/x` });
    expect(network.sent[0]?.body).toMatchObject({ subscriptions: ['s1'], query: changesOfKql(id) });
  });

  it.skipIf(!hasExamples)('is read from Microsoft’s published row', async () => {
    const published = Object(exampleBody('resourcechanges', 'resourcechanges-row-properties.docs-sample'));
    const { changes, changeAttributes, ...rest } = published;
    const network = rowsOf(row('a', { ...rest, ...changeAttributes, changes }));
    const history = await queryChanges(network.azure, { subscriptionIds: 'all' });
    expect(history.changes[0]).toMatchObject({
      changeType: 'Update',
      changedByType: 'User',
      timestamp: '2024-06-12T13:26:17.347+00:00',
      changes: {
        'properties.provisioningState': {
          previousValue: 'Updating',
          newValue: 'Succeeded',
          isTruncated: 'true',
        },
        'tags.key1': { previousValue: 'null', newValue: 'NewTagValue' },
      },
    });
  });
});

describe('a text in a query', () => {
  it('stays a text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (plain, binary) => {
        for (const text of [plain, binary, `' | union secrets //${plain}`, `\\' ${plain}\n`]) {
          const literal = kqlText(text);
          expect(literal).toMatch(/^'(?:[^'\\\p{Cc}\p{Zl}\p{Zp}]|\\['\\]|\\u[0-9a-f]{4})*'$/u);
          const read = literal
            .slice(1, -1)
            .replace(
              /\\(?:u([0-9a-f]{4})|(.))/g,
              (_, code, one) => one ?? String.fromCharCode(Number.parseInt(code, 16)),
            );
          expect(read).toBe(text);
        }
      }),
    );
  });

  it.each([
    ["it's", "'it\\'s'"],
    ['a\\b', "'a\\\\b'"],
    ['a\nb', "'a\\u000ab'"],
  ])('%j is written as %s', (text, literal) => expect(kqlText(text)).toBe(literal));

  it('names the service whose history is asked for', () =>
    expect(changesOfKql(id)).toContain(
      `resourcechanges\n| where tostring(properties.targetResourceId) =~ '${id}'\n`,
    ));

  it('is sent in no query of ours without an order that paging can rely on', () => {
    for (const text of Object.values(kqlTexts))
      expect(text).toMatch(/\| order by (timestamp desc, )?id asc$/);
  });
});
