import { expect, it } from 'vitest';
import { guidanceFor } from '../../../domain/guidance/guidance.ts';
import { sampleIds, sampleRegion, sampleService } from '../../../domain/guidance/samples.ts';
import { noNetworkFacts } from '../../../domain/network-facts.ts';
import { answerRows } from './answer-rows.ts';

const subnetId = sampleIds.subnet('snet-apim');
const service = sampleService({
  vnetMode: 'Internal',
  regions: [
    sampleRegion({ subnetId, privateIPAddresses: ['10.0.0.5'] }),
    sampleRegion({
      name: 'eastus',
      displayName: 'eastus',
      primary: false,
      subnetId,
      privateIPAddresses: ['10.1.0.5'],
    }),
  ],
});
const guidance = guidanceFor({
  service,
  network: noNetworkFacts,
  subscriptionState: 'Enabled',
  asOf: '2026-11-22T10:00:00Z',
});
const rowsOf = (purpose: string) =>
  answerRows(
    service,
    guidance.entries.filter(entry => entry.purpose === purpose),
  );

it('keeps the order of the service’s own regions and writes one address without its length', () =>
  expect(rowsOf('clients').map(({ region, value, ports }) => [region, value, ports])).toEqual([
    ['West Europe', '10.0.0.5', 'TCP 443'],
    ['East US', '10.1.0.5', 'TCP 443'],
  ]));

it('has no region for what holds for the whole service', () =>
  expect(rowsOf('management').map(({ region, value }) => [region, value])).toEqual([
    [null, 'ApiManagement'],
  ]));

it('names the virtual network and the subnet that a range was read from', () => {
  const [entry] = guidance.entries;
  if (!entry) throw new Error('No entry.');
  const [row] = answerRows(service, [
    { ...entry, value: '10.0.0.0/27', region: 'westeurope', from: 'subnet.addressPrefix' },
  ]);
  expect(row?.source).toBe('vnet / snet-apim, addressPrefix');
  expect(row?.value).toBe('10.0.0.0/27');
});
