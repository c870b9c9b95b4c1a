import * as v from 'valibot';
import type { Actor } from '../../world/feed/feed.ts';
import { applyMutation, type Circumstances } from '../../world/mutations/apply.ts';
import type { Mutation } from '../../world/mutations/mutation.ts';
import type { Arm } from '../arm.ts';
import type { Fault, FaultInput } from '../faults/fault.ts';
import type { LogEntry } from '../log.ts';
import { type ArmSettings, settingsSchema } from '../settings.ts';

type MutationOptions = Partial<Pick<Circumstances, 'at' | 'style' | 'durationMs'>> & {
  /** Who did it; the admin where it is left out, nobody for null. */
  readonly actor?: Actor | null;
};

/** The levers of the stand-in for ARM, for tests and for the page of controls. */
export type ArmControls = {
  /** Lets something happen now (or at a time). @throws MutationError for a change that the world cannot take */
  mutate(mutation: Mutation, options?: MutationOptions): void;
  /** Switches a fault on and gives its number. @throws ValiError */
  addFault(fault: FaultInput): number;
  removeFault(id: number): boolean;
  clearFaults(): void;
  readonly faults: readonly { readonly id: number; readonly fault: Fault; readonly hit: number }[];
  readonly log: readonly LogEntry[];
  clearLog(): void;
  readonly settings: ArmSettings;
  /** @throws ValiError */
  configure(settings: Partial<ArmSettings>): void;
  /** Moves the sandbox's clock, tokens and feeds with it, to so many ms from the real one. */
  setClockOffset(ms: number): void;
};

const admin: Actor = { name: 'admin@contoso.com', type: 'User', client: 'Azure Portal' };

export function createArmControls(arm: Arm): ArmControls {
  return {
    mutate: (mutation, { actor = admin, at = arm.clock.now(), ...rest } = {}) =>
      applyMutation(arm.world, mutation, { ...rest, at, actor }),
    addFault: fault => arm.faults.add(fault),
    removeFault: id => arm.faults.remove(id),
    clearFaults: () => arm.faults.clear(),
    get faults() {
      return arm.faults.list();
    },
    get log() {
      return arm.log.entries;
    },
    clearLog: () => arm.log.clear(),
    get settings() {
      return arm.settings;
    },
    configure: settings => {
      arm.settings = v.parse(settingsSchema, { ...arm.settings, ...settings });
    },
    setClockOffset: ms => {
      arm.clock.offsetMs = ms;
    },
  };
}
