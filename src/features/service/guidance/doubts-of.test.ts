import { expect, it } from 'vitest';
import type { ServiceGuidance } from '../../../domain/guidance/contract.ts';
import { questionsFor } from '../../../domain/guidance/questions.ts';
import { doubtsOf } from './doubts-of.ts';

const guidance: ServiceGuidance = {
  id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/contoso',
  name: 'contoso',
  tier: 'Premium',
  vnetMode: 'Internal',
  subscriptionState: 'Enabled',
  asOf: '2026-11-22T10:00:00Z',
  entries: [],
  warnings: [
    { code: 'bgp-default-route-not-visible', text: 'Not visible.' },
    { code: 'subnet-route-table', region: 'eastus', text: 'Same table.' },
    { code: 'subnet-route-table', region: 'westeurope', text: 'Same table.' },
    { code: 'internal-public-ip', text: 'Management alone.' },
  ],
  unknown: [
    { code: 'egress-routed', region: 'eastus', purpose: 'internet-back-ends', text: 'Routed.' },
    { code: 'subnet-not-readable', region: 'eastus', purpose: 'private-back-ends', text: 'No right.' },
  ],
};

function doubts(id: string) {
  const question = questionsFor(guidance).find(one => one.id === id);
  if (!question) throw new Error(id);
  return doubtsOf(guidance, question).map(({ level, code, regions }) => [level, code, ...regions]);
}

it('says one doubt once for all its regions, warnings first, and leaves out those of other questions', () =>
  expect(doubts('private-back-ends')).toEqual([
    ['warning', 'subnet-route-table', 'East US', 'West Europe'],
    ['unknown', 'subnet-not-readable', 'East US'],
    ['information', 'bgp-default-route-not-visible'],
  ]));

it('keeps an unknown to its own purpose', () =>
  expect(doubts('internet-back-ends')).toEqual([
    ['unknown', 'egress-routed', 'East US'],
    ['information', 'bgp-default-route-not-visible'],
  ]));
