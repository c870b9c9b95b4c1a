const windowMs = 5000;

/** Resource Graph's quota: so many queries of one user in five seconds (azure-facts 5.1). */
export class GraphQuota {
  readonly #windows = new Map<string, { readonly began: number; used: number }>();

  /** Counts one query. `remaining` is negative when there was none left; `resetsAfter` as `hh:mm:ss`. */
  take(
    user: string,
    limit: number,
    now: number,
  ): { readonly remaining: number; readonly resetsAfter: string; readonly seconds: number } {
    const last = this.#windows.get(user);
    const window = last && now >= last.began && now - last.began < windowMs ? last : { began: now, used: 0 };
    window.used++;
    this.#windows.set(user, window);
    const seconds = Math.max(1, Math.ceil((window.began + windowMs - now) / 1000));
    return {
      remaining: limit - window.used,
      resetsAfter: `00:00:${String(seconds).padStart(2, '0')}`,
      seconds,
    };
  }

  clear(): void {
    this.#windows.clear();
  }
}
