import { describe, expect, it } from 'vitest';
import { noNetworkFacts } from '../network-facts.ts';
import { guidanceDocument } from './guidance.ts';
import { concerns, finding, type NoticeCode, noticeOf } from './notices.ts';
import type { Purpose } from './purpose.ts';
import { guide, internal, neu, readable, weu } from './sample-answers.ts';
import { sampleHostName, sampleRegion } from './samples.ts';

describe('an answer is the same in whatever order Azure tells', () => {
  it('its regions, and its host names', () => {
    const hostNames = [
      sampleHostName('Proxy', 'b.azure-api.net'),
      sampleHostName('Proxy', 'a.azure-api.net'),
      sampleHostName('Management', 'c.azure-api.net'),
    ];
    const service = { vnetMode: 'External', regions: [weu, neu], hostNames };
    const turned = { ...service, regions: [neu, weu], hostNames: [...hostNames].reverse() };
    expect(guide(turned, readable)).toEqual(guide(service, readable));
  });

  it('a name that it lists under two types: one record, always with the same reason', () => {
    const [proxy, portal] = ['Proxy', 'Portal'].map(type => sampleHostName(type, 'contoso.azure-api.net'));
    const dns = (...hostNames: (typeof proxy)[]) =>
      guide(
        { vnetMode: 'Internal', regions: [internal], hostNames: hostNames.flatMap(one => one ?? []) },
        readable,
      )
        .entries.filter(({ purpose }) => purpose === 'dns')
        .map(({ reason }) => reason);
    const reasons = ['Clients inside the network reach the gateway at the private VIP.'];
    expect(dns(proxy, portal)).toEqual(reasons);
    expect(dns(portal, proxy)).toEqual(reasons);
  });
});

describe('of two answers for one service the document keeps', () => {
  const basic = guide({ tier: 'Basic' });
  const premium = guide({ tier: 'Premium' });
  const kept = (...answers: Parameters<typeof guidanceDocument>[0]) =>
    guidanceDocument(answers, '2026-11-22T10:00:00Z').services;

  it('the newer one', () => {
    const newer = { ...premium, asOf: '2026-11-22T09:59:59Z' };
    expect(kept(basic, newer)).toEqual([newer]);
    expect(kept(newer, basic)).toEqual([newer]);
  });

  it('always the same one where both are of one instant', () => {
    expect(kept(basic, premium)).toEqual([basic]);
    expect(kept(premium, basic)).toEqual([basic]);
  });
});

describe('a notice', () => {
  it.each<[NoticeCode, readonly Purpose[], boolean]>([
    ['subnet-service-endpoints', ['private-back-ends'], true],
    ['subnet-service-endpoints', ['clients', 'internet-back-ends'], true],
    ['subnet-service-endpoints', ['clients', 'dns'], false],
    ['private-endpoint-as-well', ['clients'], true],
    ['private-endpoint-as-well', [], false],
    ['subscription-state', ['dns'], true],
  ])('%s bears on %j: %s', (code, purposes, expected) => expect(concerns(code, purposes)).toBe(expected));

  it('has its own words first, and is pending only where nothing asked yet', () => {
    const { text } = noticeOf('gateway-off');
    expect(finding('gateway-off')).toEqual({ code: 'gateway-off', text });
    expect(finding('gateway-off', 'In West Europe.')).toEqual({
      code: 'gateway-off',
      text: `In West Europe. ${text}`,
    });
    expect(finding('gateway-off', '', true)).toEqual({ code: 'gateway-off', text, pending: true });
  });

  it('of a subscription says which state it is in, and stands before that of a region', () => {
    const answer = guide({ regions: [sampleRegion({ gatewayDisabled: true })] }, noNetworkFacts, {
      subscriptionState: 'Warned',
    });
    expect(answer.warnings).toEqual([
      {
        code: 'subscription-state',
        text: `The subscription is Warned. ${noticeOf('subscription-state').text}`,
      },
      { code: 'gateway-off', region: 'westeurope', text: noticeOf('gateway-off').text },
    ]);
  });
});
