/** Within this much two clocks agree: an answer is on its way for a while, and a history allows for five minutes. */
const toleratedMs = 120_000;

/** What is missing in the device's clock, in ms; below zero where it runs ahead. */
let missing = 0;

/**
 * The clock of the page, in epoch ms: the device's, put right where it is wrong by the host that the page came from. A
 * history that is an hour off would tell each change twice, once as Azure recorded it and once as it was seen.
 */
export const clock = {
  now: (): number => Date.now() + missing,
  /** A moment by this clock that was taken by the device's. */
  of: (deviceTime: number): number => deviceTime + missing,
  /** Follows the host, whose time it is now; null where it told none. Returns what was missing, 0 where the two agree. */
  follow(hostTime: number | null): number {
    const difference = hostTime === null ? 0 : hostTime - Date.now();
    missing = Math.abs(difference) < toleratedMs ? 0 : difference;
    return missing;
  },
};
