import { describe, expect, it } from 'vitest';
import { purposes } from './purpose.ts';
import { questionOf, questionsFor } from './questions.ts';
import { guide, internal, internalNeu, readable, weu } from './sample-answers.ts';
import { sampleHostName } from './samples.ts';

const hints = (...args: Parameters<typeof guide>) =>
  Object.fromEntries(questionsFor(guide(...args)).map(({ id, hint }) => [id, hint]));

describe('questionsFor', () => {
  it('counts the answers of an Internal service in two regions', () => {
    const hostNames = [
      sampleHostName('Proxy', 'contoso.azure-api.net'),
      sampleHostName('Management', 'contoso.management.azure-api.net'),
    ];
    const service = { vnetMode: 'Internal', regions: [internal, internalNeu], hostNames };
    expect(hints(service, readable, { dnsGatewayRegion: 'westeurope' })).toEqual({
      clients: '2 private VIPs',
      'internet-back-ends': '2 outbound IPs',
      'private-back-ends': '3 subnet ranges',
      management: '2 service tags',
      dns: '2 names',
    });
  });

  it('counts an address once, although ports 443 and 80 are two entries', () => {
    expect(hints({ tier: 'Basic' })).toEqual({
      clients: '1 public IP',
      'internet-back-ends': '1 outbound IP',
      'private-back-ends': 'not without a VNet',
      management: 'no rule documented',
      dns: 'public DNS',
    });
  });

  it('says what a shared tier has instead of addresses', () => {
    expect(hints({ tier: 'Consumption' })).toMatchObject({
      clients: 'host name only',
      'internet-back-ends': 'shared ranges',
    });
  });

  it('counts the private addresses of an injected service without its names', () => {
    const service = { tier: 'PremiumV2', vnetMode: 'Internal', regions: [internal] };
    expect(hints(service, readable)).toMatchObject({ clients: 'host name, 1 private VIP', dns: '1 name' });
  });

  it('calls what is not known not known, with its reasons', () => {
    const [clients, internet] = questionsFor(guide({ vnetMode: 'External', regions: [weu] }));
    expect(clients?.hint).toBe('1 public IP');
    expect(internet).toMatchObject({ hint: 'not known', heading: 'There is no safe answer.' });
    expect(internet?.explanation).toContain('Subnet not read');
    expect(Object.values(hints({ tier: 'Isolated' }))).toEqual(Array.from({ length: 5 }, () => 'not known'));
  });

  it('says that the gateway is off, or that nobody can connect', () => {
    expect(hints({ regions: [{ ...internal, subnetId: null, gatewayDisabled: true }] })).toMatchObject({
      clients: 'gateway off',
      'internet-back-ends': 'gateway off',
    });
    expect(hints({ publicNetworkAccess: 'Disabled' })).toMatchObject({ clients: 'none can connect' });
  });

  it('gives every purpose of the contract one question', () => {
    const covered = questionsFor(guide({})).flatMap(question => question.purposes);
    expect([...covered].sort()).toEqual([...purposes].sort());
    expect(questionOf('traffic-manager')).toBe('management');
  });
});
