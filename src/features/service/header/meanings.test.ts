import { describe, expect, it } from 'vitest';
import { statusMeaning, vnetMeaning } from './meanings.ts';

describe('vnetMeaning', () => {
  it.each([
    ['Premium', 'Internal', /private VIP/],
    ['Premium', 'External', /from the internet/],
    ['PremiumV2', 'Internal', /^Injection/],
    ['StandardV2', 'External', /^Outbound integration/],
    ['Standard', 'None', /no virtual network/],
    ['Standard', 'Internal', /describes no Internal mode/],
    ['Premium', 'Sideways', /“Sideways”/],
  ])('%s %s', (tier, vnetMode, words) => expect(vnetMeaning({ tier, vnetMode }).text).toMatch(words));
});

describe('statusMeaning', () => {
  it.each([
    ['Succeeded', '', /last change to the service succeeded/],
    ['Updating', 'Activating', /under way\. It is on its way to Activating/],
    ['Stopped', '', /has stopped/],
    ['Dreaming', '', /Dreaming: this product does not know/],
    ['', '', /reports no state/],
  ])('%j on its way to %j', (provisioningState, targetProvisioningState, words) =>
    expect(statusMeaning({ provisioningState, targetProvisioningState }).text).toMatch(words),
  );

  it('never says that the gateway works', () =>
    expect(statusMeaning({ provisioningState: 'Succeeded', targetProvisioningState: '' }).text).toMatch(
      /does not say whether the gateway answers/,
    ));
});
