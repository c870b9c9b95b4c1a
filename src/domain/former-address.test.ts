import { describe, expect, it } from 'vitest';
import { endText, type FormerAddress, formerKind, intervalText } from './former-address.ts';

const hour = 3_600_000;
const lastSeen = Date.UTC(2026, 3, 9, 12);

function former(more: Partial<FormerAddress>): FormerAddress {
  return {
    service: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso',
    region: 'westeurope',
    kind: 'publicIPAddresses',
    address: '203.0.113.7',
    from: Date.UTC(2025, 0, 9),
    lastSeen,
    goneBy: null,
    cause: null,
    ...more,
  };
}

describe('the end of a former address', () => {
  it.each([
    ['a day later', lastSeen + 24 * hour, 'until 10 Apr 2026', '9 Jan 2025 to 10 Apr 2026'],
    ['later than a day', lastSeen + 25 * hour, 'last seen 9 Apr 2026', 'seen 9 Jan 2025 to 9 Apr 2026'],
    ['never', null, 'last seen 9 Apr 2026', 'seen 9 Jan 2025 to 9 Apr 2026'],
  ])('is as exact as the next look, which was %s', (_, goneBy, end, interval) => {
    expect(endText(former({ goneBy }))).toBe(end);
    expect(intervalText(former({ goneBy }))).toBe(interval);
  });
});

it.each([
  ['publicIPAddresses', 'public IP'],
  ['privateIPAddresses', 'private VIP'],
  ['outboundPublicIPAddresses', 'outbound IP'],
] as const)('%s are called %s', (kind, word) => expect(formerKind(former({ kind }))).toBe(word));
