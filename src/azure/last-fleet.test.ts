import { describe, expect, it } from 'vitest';
import { lastFleetKey } from './last-fleet.ts';

const scope = { cloud: 'AzureCloud', tenantId: 'tenant', accountId: 'account' };

describe('the fleet that the device kept', () => {
  it('lies under whose data it is, by what was selected, whatever the spelling', () => {
    const head = ['azure', 'AzureCloud', 'tenant', 'account', 'last-fleet'];
    expect(lastFleetKey({ scope }, 'all')).toEqual([...head, 'all']);
    expect(lastFleetKey({ scope }, ['B', 'a', 'b'])).toEqual([...head, ['a', 'b']]);
  });
});
