import { describe, expect, it } from 'vitest';
import { platformText, statusText, tierText, vnetMeaning } from './service-facts.ts';

describe('tierText', () => {
  it.each([
    ['Premium', 6, 'Premium, 6 units'],
    ['Developer', 1, 'Developer, 1 unit'],
    ['StandardV2', 2, 'Standard v2, 2 units'],
    ['Consumption', 0, 'Consumption, no units'],
    ['Isolated9', null, 'Isolated9'],
    ['', null, 'Tier not reported'],
  ])('%s with %s reads %s', (tier, units, text) => expect(tierText({ tier, units })).toBe(text));
});

describe('vnetMeaning', () => {
  it.each([
    ['Premium', 'Internal', /private VIP/],
    ['Premium', 'External', /from the internet/],
    ['PremiumV2', 'Internal', /^Injection/],
    ['StandardV2', 'External', /^Outbound integration/],
    ['Standard', 'None', /no virtual network/],
    ['Standard', 'Internal', /describes no Internal mode/],
    ['Premium', 'Sideways', /“Sideways”/],
  ])('%s %s', (tier, vnetMode, words) => expect(vnetMeaning({ tier, vnetMode })).toMatch(words));
});

describe('statusText', () => {
  it.each([
    ['Succeeded', '', /last change to the service succeeded/],
    ['Updating', 'Activating', /under way\. It is on its way to Activating/],
    ['Stopped', '', /has stopped/],
    ['Dreaming', '', /Dreaming: this product does not know/],
    ['', '', /reports no state/],
  ])('%j on its way to %j', (provisioningState, targetProvisioningState, words) =>
    expect(statusText({ provisioningState, targetProvisioningState })).toMatch(words),
  );

  it('never says that the gateway works', () =>
    expect(statusText({ provisioningState: 'Succeeded', targetProvisioningState: '' })).toMatch(
      /does not say whether the gateway answers/,
    ));
});

it('names every platform of the regions once', () => {
  const region = (platformVersion: string | null) => ({ platformVersion });
  const regions = [region('stv2.1'), region('stv2'), region('stv2.1'), region(null)];
  expect(platformText({ regions })).toBe('Platform stv2.1, stv2, not reported');
});
