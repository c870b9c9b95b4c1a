import { describe, expect, it } from 'vitest';
import { armKey, armName, armSegment, formatServiceId, parseServiceId } from './arm-id.ts';

const id = '/subscriptions/6f2b/resourceGroups/rg-a/providers/Microsoft.ApiManagement/service/contoso';

describe('parseServiceId', () => {
  it('reads the four parts and gives them back', () => {
    const parsed = parseServiceId(id);
    expect(parsed).toEqual({ subscriptionId: '6f2b', resourceGroup: 'rg-a', name: 'contoso' });
    expect(parsed && formatServiceId(parsed)).toBe(id);
  });

  it('matches without case and ignores unknown trailing parts', () => {
    expect(parseServiceId(`${id.toUpperCase()}/apis/x`)).toEqual({
      subscriptionId: '6F2B',
      resourceGroup: 'RG-A',
      name: 'CONTOSO',
    });
  });

  it.each(['', '/', '/subscriptions/x', `${id.slice(0, -8)}`, '/find', id.replace('ApiManagement', 'Other')])(
    'refuses %j',
    text => expect(parseServiceId(text)).toBeUndefined(),
  );
});

describe('parts of any ARM id', () => {
  const subnet =
    '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/SUBNETS/n/';
  it('finds a segment without case', () => expect(armSegment(subnet, 'subnets')).toBe('n'));
  it('has no value for a segment that is not there', () =>
    expect(armSegment(subnet, 'zones')).toBeUndefined());
  it('names the resource', () => expect(armName(subnet)).toBe('n'));
  it('compares spellings', () => expect(armKey(subnet)).toBe(armKey(subnet.toUpperCase())));
});
