import { describe, expect, it } from 'vitest';
import { armKey } from '../../../domain/arm-id.ts';
import { addressRoles } from '../../../domain/guidance/address-roles.ts';
import {
  sampleIds,
  sampleNetwork,
  sampleRegion,
  sampleService,
  sampleSubnet,
} from '../../../domain/guidance/samples.ts';
import { unread } from '../../../domain/network-facts.ts';
import { addressNotes } from './address-notes.ts';

const snet = sampleIds.subnet('snet');
const internal = sampleService({
  vnetMode: 'Internal',
  regions: [
    sampleRegion({ subnetId: snet, privateIPAddresses: ['10.0.0.5'] }),
    sampleRegion({
      name: 'eastus',
      displayName: 'East US',
      primary: false,
      subnetId: snet,
      privateIPAddresses: ['10.0.0.6'],
    }),
  ],
});

describe('addressNotes', () => {
  it('says a doubt that regions share once, and names them', () => {
    const facts = { ...sampleNetwork({}), subnets: { [armKey(snet)]: unread('forbidden', 'subnets/read') } };
    const notes = addressNotes(addressRoles(internal, facts));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ level: 'unknown', regions: ['West Europe', 'East US'] });
    expect(notes[0]?.text).toContain('subnets/read');
  });

  it('puts warnings before what is not known', () => {
    const off = {
      ...internal,
      regions: internal.regions.map(one => ({ ...one, gatewayDisabled: !one.primary })),
    };
    const facts = { ...sampleNetwork({}), subnets: { [armKey(snet)]: unread('not-found') } };
    expect(addressNotes(addressRoles(off, facts)).map(note => note.level)).toEqual(['warning', 'unknown']);
  });

  it('says nothing about what is still being read', () =>
    expect(addressNotes(addressRoles(internal))).toEqual([]));

  it('says nothing where nothing is in doubt', () => {
    const facts = sampleNetwork({ subnets: [sampleSubnet('snet')] });
    expect(addressNotes(addressRoles(internal, facts))).toEqual([]);
  });
});
