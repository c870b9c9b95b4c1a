import { describe, expect, it } from 'vitest';
import { emptyIndex, type FindIndex, indexSteps } from '../../domain/find/find-index.ts';
import { sampleHostName, sampleRegion, sampleService } from '../../domain/guidance/samples.ts';
import { foundServices } from './found-commands.ts';

const service = (name: string, publicIp: string) =>
  sampleService({
    name,
    id: `/subscriptions/6f2b0000-0000-4000-8000-000000000001/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/${name}`,
    tier: 'Standard',
    hostNames: [sampleHostName('Proxy', `${name}.azure-api.net`)],
    regions: [sampleRegion({ publicIPAddresses: [publicIp] })],
  });

function indexed(): FindIndex {
  const names = ['orders', 'pre-orders', 'orders-2', ...Array.from({ length: 9 }, (_, at) => `bulk-${at}`)];
  const steps = indexSteps(
    names.map((name, at) => service(name, `203.0.113.${at + 1}`)),
    emptyIndex,
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const index = indexed();
const labels = (text: string) => {
  const { likely, others } = foundServices(text, index);
  return [likely.map(({ label }) => label), others.map(({ label }) => label)];
};

describe('foundServices', () => {
  it.each([
    ['203.0.113.1', [['orders'], []]],
    ['orders.azure-api.net', [['orders'], []]],
    ['ORDERS', [['orders', 'orders-2'], ['pre-orders']]],
    ['8.8.8.8', [[], []]],
    ['orders bulk-1', [[], []]],
    ['', [[], []]],
  ])('%s', (text, expected) => expect(labels(text)).toEqual(expected));

  it('shows no more than fit, and none before the services are there', () => {
    expect(labels('bulk')[0]).toHaveLength(6);
    expect(foundServices('orders', undefined)).toEqual({ likely: [], others: [] });
  });

  it('says what an address is to the service', () => {
    const [first] = foundServices('203.0.113.1', index).likely;
    expect(first?.detail).toBe('Public IP and outbound IP 203.0.113.1, West Europe');
  });
});
