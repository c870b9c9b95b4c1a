import { describe, expect, it } from 'vitest';
import { causeWords } from './cause-words.ts';
import { lowerFirst } from './lower-first.ts';
import { regionLabel, regionName } from './region.ts';
import { isAtRisk, statusOf } from './status.ts';
import { addressKind, isClassicVnetTier, isV2, tierLabel } from './tier.ts';
import { knownVnetMode, vnetModeQualifier } from './vnet-mode.ts';

describe('tiers', () => {
  it.each([
    ['Developer', 'dedicated', false, true, 'Developer'],
    ['Basic', 'dedicated', false, false, 'Basic'],
    ['Standard', 'dedicated', false, false, 'Standard'],
    ['Premium', 'dedicated', false, true, 'Premium'],
    ['Consumption', 'shared', false, false, 'Consumption'],
    ['BasicV2', 'shared', true, false, 'Basic v2'],
    ['StandardV2', 'shared', true, false, 'Standard v2'],
    ['PremiumV2', 'shared', true, false, 'Premium v2'],
    ['Isolated', 'unknown', false, false, 'Isolated'],
    ['UltraV9', 'unknown', false, false, 'UltraV9'],
    ['PreStandardV2', 'unknown', false, false, 'PreStandardV2'],
    ['StandardV2x', 'unknown', false, false, 'StandardV2x'],
    ['UltraPremium', 'unknown', false, false, 'UltraPremium'],
  ])('%s holds its addresses as %s', (tier, kind, v2, vnet, label) => {
    expect(addressKind(tier)).toBe(kind);
    expect(isV2(tier)).toBe(v2);
    expect(isClassicVnetTier(tier)).toBe(vnet);
    expect(tierLabel(tier)).toBe(label);
  });
});

describe('VNet modes', () => {
  it.each([
    ['Premium', 'internal', 'Internal', undefined],
    ['PremiumV2', 'Internal', 'Internal', 'injection'],
    ['StandardV2', 'External', 'External', 'integration'],
    ['StandardV2', 'None', 'None', undefined],
    ['Premium', 'Sideways', undefined, undefined],
  ])('%s %s', (tier, mode, known, qualifier) => {
    expect(knownVnetMode(mode)).toBe(known);
    expect(vnetModeQualifier(tier, mode)).toBe(qualifier);
  });
});

describe('statusOf', () => {
  it.each([
    ['Succeeded', 'Online', 'fine'],
    ['created', 'Activating', 'working'],
    ['Updating', 'Updating', 'working'],
    ['Failed', 'Error', 'failed'],
    ['Stopped', 'Stopped', 'stopped'],
    ['Hibernating', 'Hibernating', 'unknown'],
    ['constructor', 'constructor', 'unknown'],
    ['', 'Not reported', 'unknown'],
  ])('calls %j %s', (state, word, tone) => expect(statusOf(state)).toEqual({ word, tone }));
});

describe('isAtRisk', () => {
  it.each([
    ['Succeeded', 'Enabled', false],
    ['Succeeded', 'Warned', true],
    ['Succeeded', 'PastDue', true],
    ['Succeeded', null, false],
    ['stopped', 'Enabled', true],
    ['Failed', undefined, true],
    ['Terminating', 'Enabled', true],
    ['Updating', 'enabled', false],
  ])('%s in a subscription that is %s: %s', (provisioningState, state, risk) => {
    expect(isAtRisk({ provisioningState }, state)).toBe(risk);
  });
});

describe('regions', () => {
  it('has one short form for both spellings', () => {
    expect(regionName('West Europe')).toBe('westeurope');
    expect(regionName('westeurope')).toBe('westeurope');
    expect(regionName('USGov  Virginia')).toBe('usgovvirginia');
  });
  it('writes known regions for people and leaves unknown ones alone', () => {
    expect(regionLabel('germanywestcentral')).toBe('Germany West Central');
    expect(regionLabel('Moon Base 1')).toBe('Moon Base 1');
  });
});

describe('causes', () => {
  it.each([
    ['zones-changed', 'Zones changed', 'region'],
    ['from-a-later-version', 'from-a-later-version', 'life'],
    ['constructor', 'constructor', 'life'],
  ])('%s is shown as %s', (code, label, kind) => expect(causeWords(code)).toEqual({ label, kind }));
});

describe('a title inside a sentence', () => {
  it.each([
    ['Public IP', 'public IP'],
    ['A record', 'a record'],
    ['VNet mode', 'VNet mode'],
    ['NAT gateway', 'NAT gateway'],
    ['private IP', 'private IP'],
    ['in West Europe', 'in West Europe'],
    ['the IP Group', 'the IP Group'],
  ])('%s is %s', (title, inside) => expect(lowerFirst(title)).toBe(inside));
});
