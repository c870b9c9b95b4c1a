import * as v from 'valibot';
import type { WorldScale } from '../world/create-world.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** How the sandbox behaves where Azure's numbers would be in the way of a small world. */
export const settingsSchema = v.strictObject({
  /** Rows on a page of ARM's lists. */
  pageSize: count,
  /** Events on a page of the activity log. */
  logPageSize: count,
  /** Resource Graph queries in five seconds (Azure: 15 a user). */
  graphQuota: count,
  /** Answers larger than this fail with ResponsePayloadTooLarge (azure-facts 5.1). */
  graphMaxBytes: count,
  /** Whether an empty read bucket answers 429 (Azure: 250 reads, 25 refilled a second; azure-facts 4.2). */
  enforceReadLimit: v.boolean(),
  /** Waits before every answer, in ms. */
  delayMs: v.pipe(v.number(), v.minValue(0)),
});

export type ArmSettings = v.InferOutput<typeof settingsSchema>;

const forShowcase: ArmSettings = {
  pageSize: 20,
  logPageSize: 50,
  graphQuota: 120,
  graphMaxBytes: 16_777_216,
  enforceReadLimit: false,
  delayMs: 0,
};

/** Small pages where there is little, so that paging shows; large ones in a fleet of thousands, as Azure's are. */
export function defaultSettings(scale: WorldScale): ArmSettings {
  return scale === 'showcase' ? { ...forShowcase } : { ...forShowcase, pageSize: 1000 };
}
