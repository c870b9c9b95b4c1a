import { describe, expect, it } from 'vitest';
import type { HostName } from '../../../domain/service.ts';
import { certificateWords, hostTypeLabel, inReadingOrder } from './host-name-words.ts';

const now = Date.parse('2026-11-22T10:14:32Z');

function host(part: Partial<HostName>): HostName {
  return {
    type: 'Proxy',
    hostName: 'api.contoso.com',
    certificateSource: 'Custom',
    certificateExpiry: '2027-03-04T00:00:00Z',
    ...part,
  };
}

describe('certificateWords', () => {
  it.each([
    [{}, 'custom, certificate until 4 Mar 2027', 'quiet'],
    [{ certificateSource: 'KeyVault' }, 'custom, from Key Vault, certificate until 4 Mar 2027', 'quiet'],
    [{ certificateSource: 'Managed' }, 'custom, managed by Azure, certificate until 4 Mar 2027', 'quiet'],
    [{ certificateSource: 'BuiltIn' }, 'default', 'quiet'],
    [{ certificateSource: null, certificateExpiry: null, hostName: 'c.azure-api.net' }, 'default', 'quiet'],
    [{ certificateSource: null, certificateExpiry: null }, 'custom', 'quiet'],
    [{ certificateSource: 'Postal', certificateExpiry: null }, 'Postal', 'quiet'],
    [{ certificateExpiry: '2026-12-02T10:14:32Z' }, 'custom, certificate until 2 Dec 2026, in 10 d', 'risk'],
    [{ certificateExpiry: '2026-11-22T10:14:31Z' }, 'custom, certificate expired 22 Nov 2026', 'failed'],
  ] as const)('%j', (part, text, tone) => expect(certificateWords(host(part), now)).toEqual({ text, tone }));
});

it('puts what clients call first, the customer’s own names before Azure’s', () => {
  const names = [
    host({ type: 'Management', hostName: 'c.management.azure-api.net', certificateSource: null }),
    host({ type: 'Odd', hostName: 'odd.contoso.com' }),
    host({ hostName: 'c.azure-api.net', certificateSource: 'BuiltIn' }),
    host({ hostName: 'api.contoso.com' }),
  ];
  expect(inReadingOrder(names).map(one => one.hostName)).toEqual([
    'api.contoso.com',
    'c.azure-api.net',
    'c.management.azure-api.net',
    'odd.contoso.com',
  ]);
});

it.each([
  ['Proxy', 'Gateway'],
  ['developerPortal', 'Developer portal'],
  ['Teapot', 'Teapot'],
  ['', 'Not reported'],
])('type %j reads %s', (type, label) => expect(hostTypeLabel({ type })).toBe(label));
