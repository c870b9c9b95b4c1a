import type { SandboxTokens } from '../tokens.ts';
import type { Clock } from '../world/clock.ts';
import type { WorldScale } from '../world/create-world.ts';
import { createWorld } from '../world/create-world.ts';
import { type Assignments, assignSampleRoles } from '../world/roles.ts';
import type { World } from '../world/world.ts';
import { Faults } from './faults/faults.ts';
import { GraphQuota } from './graph/quota.ts';
import { RequestLog } from './log.ts';
import { ReadBuckets } from './read-buckets.ts';
import { type ArmSettings, defaultSettings } from './settings.ts';

export type ArmOptions = {
  readonly clock: Clock;
  readonly scale: WorldScale;
  readonly tokens: Pick<SandboxTokens, 'verifyAccessToken' | 'audience'>;
};

/** The stand-in for Azure Resource Manager without its socket: the world, who may read it, and what goes wrong. */
export class Arm {
  world: World;
  assignments: Assignments;
  settings: ArmSettings;
  readonly log = new RequestLog();
  readonly faults = new Faults();
  readonly quota = new GraphQuota();
  readonly buckets = new ReadBuckets();
  readonly clock: Clock;
  readonly tokens: ArmOptions['tokens'];
  /** Set once the server listens. */
  origin = '';
  /** Of the sign-in server, for the page of controls. */
  loginOrigin = '';
  readonly #scale: WorldScale;

  constructor({ clock, scale, tokens }: ArmOptions) {
    this.clock = clock;
    this.tokens = tokens;
    this.#scale = scale;
    this.settings = defaultSettings(scale);
    this.world = createWorld(clock, scale);
    this.assignments = assignSampleRoles(this.world);
  }

  /** Back to the first moment: world, faults, settings, clock, quotas and log. */
  reset(): void {
    this.clock.offsetMs = 0;
    this.faults.clear();
    this.settings = defaultSettings(this.#scale);
    this.quota.clear();
    this.buckets.clear();
    this.log.clear();
    this.world = createWorld(this.clock, this.#scale);
    this.assignments = assignSampleRoles(this.world);
  }
}
