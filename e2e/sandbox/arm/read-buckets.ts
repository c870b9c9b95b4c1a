const size = 250;
const refillPerSecond = 25;

type Bucket = { tokens: number; at: number };

/** ARM's token buckets for reads, one for each subscription and principal (azure-facts 4.2). */
export class ReadBuckets {
  readonly #buckets = new Map<string, Bucket>();

  /** Takes one read and says how many are left; negative when the bucket was empty. `now` in epoch ms. */
  take(key: string, now: number): number {
    const bucket = this.#buckets.get(key) ?? { tokens: size, at: now };
    const refilled = Math.min(size, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * refillPerSecond);
    const left = refilled - 1;
    this.#buckets.set(key, { tokens: Math.max(0, left), at: now });
    return Math.floor(left);
  }

  clear(): void {
    this.#buckets.clear();
  }
}
