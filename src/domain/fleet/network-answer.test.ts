import { describe, expect, it } from 'vitest';
import { facetOptions } from './facets.ts';
import { filterRows, noFilter } from './fleet-filter.ts';
import { type NetworkAnswer, networkLeads } from './network-answer.ts';
import { sampleRows, unreadableSample } from './testing/sample-fleet.ts';
import { withNetwork } from './with-network.ts';

const failing: NetworkAnswer = { state: 'failing', text: 'West Europe cannot reach ...', askedAt: 0 };
const rows = sampleRows([{ name: 'a' }, { name: 'b' }]);
const [a, b] = rows;
const checked = withNetwork(rows, new Map([[a?.key ?? '', failing]]));

describe('rows whose network was checked', () => {
  it('are found by their verdict, and still by their provisioning state', () => {
    const found = (...status: string[]) =>
      filterRows(checked, { ...noFilter, status }, 0).map(row => row.name);
    expect(found('network-failing')).toEqual(['a']);
    expect(found('Network-Failing', 'Succeeded')).toEqual(['a', 'b']);
    expect(found('network-fine')).toEqual([]);
  });

  it('are counted among the statuses', () =>
    expect(facetOptions(checked, 'status', [])).toEqual([
      { value: 'network-failing', label: 'Network failing', count: 1 },
      { value: 'Succeeded', label: 'Online', count: 2 },
    ]));

  it.each([
    ['failing', true],
    ['stale', true],
    ['starting', false],
    ['fine', false],
    ['not-offered', false],
    ['unread', false],
  ] as const)('show %s before their provisioning state: %s', (state, leads) =>
    expect(networkLeads({ ...failing, state })).toBe(leads),
  );

  it('are the same list while nobody asked, and a row that could not be read has no network', () => {
    expect(withNetwork(rows, new Map())).toBe(rows);
    const odd = sampleRows([], new Map(), [unreadableSample('odd')]);
    expect(withNetwork(odd, new Map([[odd[0]?.key ?? '', failing]]))).toEqual(odd);
  });

  it('stay the same object while their answer does, and rows without one always', () => {
    const again = withNetwork(rows, new Map([[a?.key ?? '', failing]]));
    expect(again[0]).toBe(checked[0]);
    expect(checked[1]).toBe(b);
  });
});
