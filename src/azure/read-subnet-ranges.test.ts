import { describe, expect, it } from 'vitest';
import { armKey } from '../domain/arm-id.ts';
import { readSubnetRanges } from './read-subnet-ranges.ts';
import { FakeNetwork, json, refused } from './testing/fake-network.ts';

const subnet = (at: number) =>
  `/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/vnet-${at}/subnets/Apim`;
const many = Array.from({ length: 200 }, (_, at) => subnet(at));
const read = (network: FakeNetwork, ids: readonly string[]) =>
  network.run(readSubnetRanges(network.azure, ids, new AbortController().signal));

describe('the ranges of subnets', () => {
  it('are read one by one where they are few; one that is refused costs no other', async () => {
    const network = new FakeNetwork(({ url }) =>
      url.pathname === subnet(1)
        ? refused(403, 'AuthorizationFailed')
        : json({ id: url.pathname, properties: { addressPrefix: '10.0.0.0/27' } }),
    );
    const { facts, failures } = await read(network, [subnet(0), subnet(1)]);
    expect(facts[armKey(subnet(0))]).toMatchObject({
      state: 'known',
      value: { addressPrefixes: ['10.0.0.0/27'] },
    });
    expect(facts[armKey(subnet(1))]).toMatchObject({ state: 'unknown', reason: 'forbidden' });
    expect(failures).toMatchObject([{ of: subnet(1), error: { status: 403 } }]);
  });

  it('are asked of Resource Graph where they are many, network by network', async () => {
    const network = new FakeNetwork(sent => {
      const { query } = sent.body as { query: string };
      const data = many
        .filter((_, at) => at !== 7 && query.includes(`vnet-${at}'`))
        .map(id => ({
          id: id.toUpperCase(),
          addressPrefix: null,
          addressPrefixes: ['10.0.0.0/27', 'fd00::/64'],
        }));
      return json({ data, totalRecords: data.length, count: data.length, resultTruncated: 'false' });
    });
    const { facts, failures } = await read(network, many);
    expect(network.sent).toHaveLength(2);
    expect(Object.values(facts).filter(fact => fact.state === 'known')).toHaveLength(199);
    expect(facts[armKey(subnet(7))]).toMatchObject({ state: 'unknown', reason: 'forbidden' });
    expect(failures).toEqual([{ of: subnet(7), error: 'not-listed' }]);
    expect(facts[armKey(subnet(8))]).toMatchObject({
      value: { addressPrefixes: ['10.0.0.0/27', 'fd00::/64'] },
    });
  });

  it('are unknown, with the reason, where Resource Graph fails', async () => {
    const network = new FakeNetwork(() => refused(400, 'BadRequest'));
    const { facts, failures } = await read(network, many);
    expect(facts[armKey(subnet(3))]).toMatchObject({ state: 'unknown', reason: 'failed' });
    expect(failures).toHaveLength(200);
    expect(failures[3]).toMatchObject({ of: subnet(3), error: { status: 400 } });
  });
});
