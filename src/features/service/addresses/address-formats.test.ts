import { describe, expect, it } from 'vitest';
import { addressRoles } from '../../../domain/guidance/address-roles.ts';
import { roleHeads } from '../../../domain/guidance/role-words.ts';
import { sampleRegion, sampleService } from '../../../domain/guidance/samples.ts';
import type { Service } from '../../../domain/service.ts';
import { addressFormats } from './address-formats.ts';
import { addressRows } from './address-rows.ts';

const asOf = Date.parse('2026-11-22T10:14:32Z');

function written(label: string, service: Service): string {
  const format = addressFormats.find(one => one.label === label);
  return format?.write(service, addressRows(addressRoles(service), roleHeads(service)), asOf) ?? '';
}

const dedicated = sampleService({
  tier: 'Standard',
  regions: [sampleRegion({ outboundPublicIPAddresses: ['60.0.0.0/31', '203.0.113.8'] })],
});
const shared = sampleService({ tier: 'Consumption', regions: [sampleRegion({ units: 0 })] });

describe('copy all', () => {
  it('writes text that a person can read', () =>
    expect(written('Text', dedicated)).toBe(
      [
        'contoso, Standard, 1 unit, VNet mode None, as of 2026-11-22T10:14:32.000Z',
        '',
        'West Europe (primary)',
        '  Clients connect to (public IP): 203.0.113.7',
        '  Internet back ends see (outbound IP): 203.0.113.8',
        '  Internet back ends see (outbound IP): 60.0.0.0/31',
        '  Private back ends see (no VNet): (none)',
        '  Azure manages through (no rule needed): (none)  [no VNet, no rule needed]',
        '',
      ].join('\n'),
    ));

  it('writes a row for every value as CSV', () => {
    const [head, ...rows] = written('CSV', dedicated).trimEnd().split('\r\n');
    expect(head).toBe('service,region,role,term,value,state,note,asOf,id');
    expect(rows.map(row => row.split(',').slice(4, 6))).toEqual([
      ['203.0.113.7', 'promised'],
      ['203.0.113.8', 'promised'],
      ['60.0.0.0/31', 'promised'],
      ['', 'none'],
      ['', 'none'],
    ]);
  });

  it('writes JSON in which a missing value is null', () => {
    const parsed = JSON.parse(written('JSON', dedicated));
    expect(parsed).toMatchObject({ name: 'contoso', asOf: '2026-11-22T10:14:32.000Z' });
    expect(parsed.addresses.map((one: { value: string | null }) => one.value)).toEqual([
      '203.0.113.7',
      '203.0.113.8',
      '60.0.0.0/31',
      null,
      null,
    ]);
  });

  it.each(addressFormats.map(one => one.label))(
    '%s never shows an address of a shared tier without saying that it is not dedicated',
    label => {
      for (const line of written(label, shared).split(/\r?\n|\},/)) {
        if (/203\.0\.113\.7\b/.test(line) && label !== 'JSON') expect(line).toContain('not dedicated');
      }
      expect(written(label, shared)).toContain('not dedicated');
    },
  );

  it('no name breaks a Markdown table or starts a formula in CSV', () => {
    const hostile = sampleService({ tier: 'Standard', name: '=cmd|x`\n| y |' });
    expect(written('CSV', hostile)).toContain("'=cmd|x`");
    const table = written(
      'Markdown',
      sampleService({ regions: [sampleRegion({ publicIPAddresses: ['a|b'] })] }),
    );
    for (const line of table.split('\n').filter(one => one.startsWith('|')))
      expect(line.replace(/\\\|/g, '').split('|')).toHaveLength(7);
  });
});
