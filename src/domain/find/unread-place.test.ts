import { describe, expect, it } from 'vitest';
import { readActions, unread } from '../network-facts.ts';
import { unreadCountText, unreadPlaceText } from './unread-place.ts';

const net = '/subscriptions/s/resourceGroups/rg-net/providers/Microsoft.Network';

describe('what could not be read', () => {
  it('is named with its network, its resource group and the reason', () => {
    const id = `${net}/virtualNetworks/vnet-hub/subnets/snet-apim`;
    const fact = unread('forbidden', readActions.subnets);
    expect(unreadPlaceText({ kind: 'subnet', id, fact })).toBe(
      'Subnet snet-apim of vnet-hub in rg-net could not be read: the right Microsoft.Network/virtualNetworks/subnets/read is missing.',
    );
    const endpoint = `${net}/privateEndpoints/pe-apim`;
    expect(unreadPlaceText({ kind: 'private-endpoint', id: endpoint, fact: unread('not-read') })).toBe(
      'Private endpoint pe-apim in rg-net was not read.',
    );
  });

  it('is counted', () => {
    expect(unreadCountText(1)).toBe('1 subnet or private endpoint could not be read');
    expect(unreadCountText(4)).toBe('4 subnets or private endpoints could not be read');
  });
});
