import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import type { Service } from '../service.ts';
import { cellText, unitsText } from './cell-text.ts';
import type { Column } from './columns.ts';
import type { ServiceRow } from './fleet-row.ts';
import { sampleRegion, sampleRows, sampleService } from './testing/sample-fleet.ts';

function rowOf(service: Partial<Service>): ServiceRow {
  const [row] = sampleRows([service]);
  if (row?.kind !== 'service') throw new Error('No row');
  return row;
}

const text = (column: Column | 'name', service: Partial<Service> = {}) => cellText(rowOf(service), column);
const regions = (...parts: Parameters<typeof sampleRegion>[0][]) => ({ regions: parts.map(sampleRegion) });

describe('cellText', () => {
  it.each<[Column | 'name', Partial<Service>, string]>([
    ['name', {}, 'contoso'],
    ['tier', { tier: 'Premium', units: 6 }, 'Premium, 6 units'],
    ['vnet', { vnetMode: 'Sideways' }, 'Sideways'],
    ['public', regions({ publicIPAddresses: ['203.0.113.7', '203.0.113.8'] }), '203.0.113.7\n203.0.113.8'],
    ['public', { tier: 'Consumption', ...regions({ publicIPAddresses: [] }) }, 'Shared'],
    ['private', { vnetMode: 'Internal', ...regions({ privateIPAddresses: ['10.0.0.5'] }) }, '10.0.0.5'],
    ['private', { vnetMode: 'Internal' }, 'Not reported'],
    ['private', { vnetMode: 'None' }, ''],
    ['outbound', regions({ outboundPublicIPAddresses: ['192.0.2.40'] }), '192.0.2.40'],
    [
      'regions',
      regions({}, { name: 'northeurope', displayName: 'North Europe' }),
      'West Europe\nNorth Europe',
    ],
    ['status', {}, 'Online'],
    ['status', { provisioningState: 'Failed' }, 'Error'],
    ['platform', regions({}, { platformVersion: null }, {}), 'stv2\nNot reported'],
    ['hosts', { hostNames: [] }, ''],
    ['created', { createdAt: '2024-05-01T00:00:00Z' }, '2024-05-01T00:00:00Z'],
    ['created', {}, ''],
    ['change', {}, ''],
    ['tag:owner', { tags: { Owner: 'api-team' } }, 'api-team'],
    ['tag:owner', {}, ''],
  ])('%s of %j is %j', (column, service, expected) => expect(text(column, service)).toBe(expected));

  it('puts the network’s word before the status once it was checked', () => {
    const network = { state: 'failing', text: 'It fails.', askedAt: 0 } as const;
    expect(cellText({ ...rowOf({}), network }, 'status')).toBe('Network failing\nOnline');
  });

  it('writes the last change with its causes in words', () => {
    const changes = {
      last: { at: '2026-11-20T00:00:00Z', causes: ['zones-changed', 'unexplained'] },
      unexplained: null,
    };
    const [row] = sampleRows([{}], new Map([[armKey(sampleService().id), changes]]));
    expect(row?.kind === 'service' && cellText(row, 'change')).toBe(
      '2026-11-20T00:00:00Z Zones changed, Unexplained',
    );
  });
});

describe('unitsText', () => {
  it.each([
    ['Consumption', null, 'no units'],
    ['consumption', 1, 'no units'],
    ['Premium', null, 'units not reported'],
    ['Premium', 1, '1 unit'],
    ['Premium', 12, '12 units'],
  ])('%s with %s is %s', (tier, units, expected) => expect(unitsText({ tier, units })).toBe(expected));
});
