/** What may be a moment old: kept by name in this process, the oldest forgotten first. */
export class KeptShortly<T> {
  readonly #kept = new Map<string, { value: T; until: number }>();

  /**
   * @param fresh_ms how old it may be, in milliseconds of a clock that nobody sets
   * @param most how many are kept
   */
  constructor(
    readonly fresh_ms: number,
    readonly most: number,
  ) {}

  get(name: string): T | undefined {
    const found = this.#kept.get(name);
    return found && found.until > performance.now() ? found.value : undefined;
  }

  /** @param read_ms when it was read, by `performance.now()` */
  keep(name: string, value: T, read_ms: number): void {
    // A map remembers the order of its keys.
    this.#kept.delete(name);
    this.#kept.set(name, { value, until: read_ms + this.fresh_ms });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
  }
}
