type Version<T> = { readonly value: T | undefined; readonly from: number };

/** Values by key that remember what they were: Resource Graph may lag, so the sandbox must be able to answer with the past. */
export class Versions<T> {
  readonly #versions = new Map<string, Version<T>[]>();

  /** Sets the value from `at` (epoch ms) on. */
  put(key: string, value: T, at: number): void {
    this.#push(key, { value, from: at });
  }

  remove(key: string, at: number): void {
    this.#push(key, { value: undefined, from: at });
  }

  /** The newest value, or the one that held at a time. */
  get(key: string, at?: number): T | undefined {
    const versions = this.#versions.get(key);
    const version = at === undefined ? versions?.at(-1) : versions?.findLast(one => one.from <= at);
    return version?.value;
  }

  all(at?: number): readonly T[] {
    return [...this.#versions.keys()].flatMap(key => this.get(key, at) ?? []);
  }

  /** The times at which the value changed, oldest first. */
  times(key: string): readonly number[] {
    return this.#versions.get(key)?.map(version => version.from) ?? [];
  }

  #push(key: string, version: Version<T>): void {
    const versions = this.#versions.get(key);
    if (versions) versions.push(version);
    else this.#versions.set(key, [version]);
  }
}
