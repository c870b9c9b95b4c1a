import { hostile } from '../../hostile-texts.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

function planted(spec: Omit<ServiceSpec, 'subscription' | 'created'>): SandboxService {
  return service({
    created: '2026-02-03T08:00:00Z',
    by: hostile.image('creator'),
    ...spec,
    subscription: ids.hostile,
  });
}

/** A tenant in which somebody wrote what they liked into every text: none of it may run, hide or break a page. */
export function hostileServices(land: Land): readonly SandboxService[] {
  const group = hostile.handler('group');
  const subnet = land.subnet({
    group,
    location: 'West Europe',
    vnet: hostile.image('vnet'),
    name: hostile.turned,
    prefixes: ['10.95.0.0/27'],
    routeTableId: land.routeTable(group, hostile.image('routes'), 'West Europe', [
      { name: hostile.image('route'), prefix: '0.0.0.0/0', hop: 'VirtualAppliance', address: '10.95.9.4' },
    ]),
  });
  return [
    planted({
      name: hostile.image('name'),
      group,
      tier: 'Premium',
      mode: 'Internal',
      regions: [
        { location: 'West Europe', units: 1, public: ['198.51.100.221'], private: ['10.95.0.5'], subnet },
      ],
      hosts: [
        {
          type: 'Proxy',
          hostName: hostile.handler('host'),
          certificateSource: 'Custom',
          certificateExpiry: '2027-05-30T12:00:00Z',
        },
      ],
      tags: {
        [hostile.formula]: hostile.script('tag'),
        [hostile.image('tag key')]: hostile.formula,
        [hostile.turned]: hostile.unseen,
        owner: hostile.link('owner'),
        note: hostile.long(),
        half: hostile.half,
      },
      health: { westeurope: 'failing' },
      spoil: wire =>
        within(wire, {
          publisherName: hostile.script('publisher'),
          publisherEmail: hostile.image('mail'),
          notificationSenderEmail: hostile.turned,
        }),
    }),
    planted({
      name: hostile.long(),
      group: hostile.long(2_000),
      tier: hostile.image('tier'),
      regions: [{ location: hostile.image('region'), units: 2, public: ['198.51.100.222'] }],
      state: hostile.script('state'),
      tags: { owner: hostile.long() },
    }),
    planted({
      name: hostile.turned,
      group: hostile.unseen,
      tier: 'Developer',
      regions: [{ location: 'West Europe', public: ['198.51.100.223'] }],
      tags: { owner: hostile.turned },
    }),
    planted({
      name: hostile.half,
      group: 'rg-half',
      tier: 'Basic',
      regions: [{ location: 'West Europe', public: ['198.51.100.224'] }],
      tags: { [hostile.half]: hostile.half },
    }),
    planted({
      name: 'unreadable',
      group,
      tier: 'Basic',
      regions: [{ location: 'West Europe' }],
      spoil: wire => ({ ...wire, name: null, tags: { owner: hostile.script('unreadable') } }),
    }),
  ];
}

function within(wire: JsonObject, more: JsonObject): Json {
  const { properties } = wire;
  return { ...wire, properties: { ...(isObject(properties) ? properties : {}), ...more } };
}
