import { describe, expect, it } from 'vitest';
import { Clock } from '../clock.ts';
import { createWorld } from '../create-world.ts';
import { pictureDay } from './showcase.ts';

const scale = { subscriptions: 50, services: 700, regionsEach: 3 };
const make = () => createWorld(new Clock(() => pictureDay), scale);

describe('a world of any size', () => {
  const world = make();
  const services = world.services.all();

  it('has as many services and subscriptions as were asked for', () => {
    expect(services).toHaveLength(700);
    expect(world.allSubscriptions()).toHaveLength(50);
    const premium = services.filter(service => service.tier === 'Premium');
    expect(new Set(premium.map(service => service.regions.length))).toEqual(new Set([3]));
  });

  it('never gives two regions one public address', () => {
    const addresses = services.flatMap(service => service.regions.flatMap(region => region.publicIPs));
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const address of addresses) expect(address).toMatch(/^198\.1[89]\./);
  });

  it('is the same every time', () => expect(make().services.all()).toEqual(services));
});
