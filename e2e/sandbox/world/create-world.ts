import type { Clock } from './clock.ts';
import { buildScale, type Scale } from './fleet/scale.ts';
import { buildShowcase } from './fleet/showcase.ts';
import { World } from './world.ts';

export type WorldScale = 'showcase' | Scale;

/** A fresh world: the showcase of the pictures, or as many services as are asked for. */
export function createWorld(clock: Clock, scale: WorldScale): World {
  const world = new World(clock);
  if (scale === 'showcase') buildShowcase(world);
  else buildScale(world, scale);
  return world;
}
