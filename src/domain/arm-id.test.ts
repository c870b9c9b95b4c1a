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

  it('ignores white space around it', () => expect(parseServiceId(` ${id}\n`)?.name).toBe('contoso'));

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
  it('finds the first segment of an id without a slash before it', () =>
    expect(armSegment('zones/z', 'zones')).toBe('z'));
  it.each([subnet, `${subnet}//`, 'n'])('names the resource of %s', one => expect(armName(one)).toBe('n'));
  it.each([
    [subnet.toUpperCase(), subnet.toLowerCase().slice(0, -1)],
    ['/A//b//', '/a//b'],
  ])('has one key for the spellings of %s', (id, key) => expect(armKey(id)).toBe(key));
});
