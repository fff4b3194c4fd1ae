const HALF_LIFE_MS = 30_000;

/** Events per second from a counter that is read now and then: exponentially weighted, half-life 30 s. */
export class Rate {
  private last: { count: number; at: number } | null = null;
  private value: number | null = null;

  /** Takes a reading of the counter (at in ms) and returns the rate. */
  update(count: number, at: number): number {
    const { last } = this;
    this.last = { count, at };
    if (!last || at <= last.at) return this.value ?? 0;
    const current = ((count - last.count) * 1000) / (at - last.at);
    const past = 0.5 ** ((at - last.at) / HALF_LIFE_MS);
    this.value = this.value === null ? current : this.value * past + current * (1 - past);
    return this.value;
  }
}
