import { contoso } from '../../tenants.ts';
import { dotted } from '../addresses.ts';
import { guidOf } from '../guid.ts';
import type { World } from '../world.ts';
import { service } from './describe.ts';
import { Land } from './land.ts';

export type Scale = {
  readonly subscriptions: number;
  /** Over all subscriptions. */
  readonly services: number;
  readonly regionsEach: number;
};

const places = [
  'West Europe',
  'North Europe',
  'East US',
  'East US 2',
  'West US 2',
  'UK South',
  'Southeast Asia',
  'Japan East',
] as const;
const kinds = [
  { tier: 'Premium', mode: 'Internal' },
  { tier: 'Premium', mode: 'External' },
  { tier: 'Premium', mode: 'None' },
  { tier: 'Standard', mode: 'None' },
  { tier: 'Developer', mode: 'Internal' },
  { tier: 'Consumption', mode: 'None' },
  { tier: 'StandardV2', mode: 'None' },
] as const;

/** Many services, the same ones every time. Only Premium has more than one region, as in Azure. */
export function buildScale(world: World, { subscriptions, services, regionsEach }: Scale): void {
  const at = world.clock.now() - 86_400_000;
  const lands = Array.from({ length: subscriptions }, (_, index) => {
    const id = guidOf(`subscription ${index}`);
    const name = `Subscription ${String(index + 1).padStart(4, '0')}`;
    world.addSubscription(
      { id, tenantId: contoso.id, name, state: index % 97 === 96 ? 'Warned' : 'Enabled', tags: {} },
      at,
    );
    return new Land(id);
  });
  for (let number = 0; number < services; number++) {
    const land = lands[number % subscriptions];
    if (land) addOne(world, land, number, regionsEach, at);
  }
  for (const land of lands) for (const resource of land.resources) world.putResource(resource);
}

function addOne(world: World, land: Land, number: number, regionsEach: number, at: number): void {
  const { tier, mode } = kinds[number % kinds.length] ?? kinds[0];
  const group = `rg-${String(number % 40).padStart(2, '0')}`;
  const name = `apim-${String(number + 1).padStart(5, '0')}`;
  const dedicated = tier !== 'Consumption' && tier !== 'StandardV2';
  const [primary, ...others] = Array.from({ length: tier === 'Premium' ? regionsEach : 1 }, (_, index) => {
    const location = places[(number + index) % places.length] ?? places[0];
    const serial = number * 8 + index;
    const subnet =
      mode === 'None'
        ? undefined
        : land.subnet({
            group,
            location,
            vnet: `vnet-${name}`,
            name: `snet-${index}`,
            prefixes: [`${dotted(0x0a000000 + serial * 32)}/27`],
          });
    return {
      location,
      units: 1 + (number % 3),
      // 198.18.0.0/15 holds 131,072 addresses: enough for 16,000 services with eight regions.
      public: dedicated ? [dotted(0xc6120000 + (serial % 131_072))] : [],
      private: mode === 'Internal' ? [dotted(0x0a000000 + serial * 32 + 5)] : [],
      ...(subnet ? { subnet } : {}),
    };
  });
  if (!primary) throw new RangeError('A service has one region at least');
  const created = new Date(at - (number % 1000) * 3_600_000).toISOString();
  world.putService(
    service({
      subscription: land.subscriptionId,
      group,
      name,
      tier,
      mode,
      created,
      regions: [primary, ...others],
      tags: { team: `team-${number % 25}` },
    }),
    at,
  );
}
