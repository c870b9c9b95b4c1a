import { describe, expect, it } from 'vitest';
import { sampleHostName } from '../guidance/samples.ts';
import { gatewayHost } from './gateway-host.ts';
import { sampleRows } from './testing/sample-fleet.ts';

describe('the gateway’s host name', () => {
  it.each([
    [
      'is the first of the reader’s own',
      ['Proxy contoso.azure-api.net', 'Proxy api.contoso.com', 'Proxy b.contoso.com'],
      'api.contoso.com',
    ],
    [
      'is Azure’s where there is no other',
      ['Proxy contoso.azure-api.us', 'Proxy two.AZURE-API.cn'],
      'contoso.azure-api.us',
    ],
    [
      'may hold Azure’s further in front',
      ['Proxy contoso.azure-api.net', 'Proxy contoso.azure-api.net.example.com'],
      'contoso.azure-api.net.example.com',
    ],
    [
      'is of the gateway alone',
      ['Management management.contoso.com', 'proxy api.contoso.com'],
      'api.contoso.com',
    ],
    ['is missing where Azure reports none', ['Portal portal.contoso.com'], undefined],
  ])('%s', (_, names, expected) => {
    const hostNames = names.map(name => {
      const [type = '', hostName = ''] = name.split(' ');
      return sampleHostName(type, hostName);
    });
    const hosts = sampleRows([{ hostNames }]).map(row =>
      row.kind === 'service' ? gatewayHost(row) : 'unreadable',
    );
    expect(hosts).toEqual([expected]);
  });
});
