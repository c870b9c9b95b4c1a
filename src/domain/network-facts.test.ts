import { describe, expect, it } from 'vitest';
import { armKey } from './arm-id.ts';
import { factById, known, noNetworkFacts, readActions, tagByName, unread } from './network-facts.ts';

const id = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/publicIPAddresses/pip';
const tag = { name: 'AzureCloud.westeurope', changeNumber: null, prefixes: ['203.0.113.0/24'] };

describe('the fact about a resource', () => {
  it('is found by any spelling of its id', () =>
    expect(factById({ [armKey(id)]: known('read') }, `${id.toUpperCase()}/`, readActions.publicIps)).toEqual({
      state: 'known',
      value: 'read',
    }));

  it('says why it could not be read', () => {
    const fact = unread('forbidden', readActions.publicIps);
    expect(factById({ [armKey(id)]: fact }, id, readActions.publicIps)).toEqual({
      state: 'unknown',
      reason: 'forbidden',
      action: 'Microsoft.Network/publicIPAddresses/read',
    });
  });

  it.each([id, 'constructor'])('is not read where nothing asked for %s, and names the right', asked =>
    expect(factById(noNetworkFacts.publicIps, asked, readActions.publicIps)).toEqual({
      state: 'unknown',
      reason: 'not-read',
      action: 'Microsoft.Network/publicIPAddresses/read',
    }),
  );
});

describe('the fact about a service tag', () => {
  it('is found by any spelling of its name', () =>
    expect(
      tagByName(
        { ...noNetworkFacts, serviceTags: { 'azurecloud.westeurope': known(tag) } },
        'AzureCloud.WestEurope',
      ),
    ).toEqual({ state: 'known', value: tag }));

  it('takes no right, and is not read where nothing asked for it', () =>
    expect(tagByName(noNetworkFacts, 'Storage')).toEqual({
      state: 'unknown',
      reason: 'not-read',
      action: null,
    }));
});
