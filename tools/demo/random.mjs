/** Numbers that only look random: the same seed gives the same sample data on every machine (mulberry32). */
export class Sequence {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, 1 excluded. */
  unit() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  between(low, high) {
    return low + (high - low) * this.unit();
  }

  whole(low, high) {
    return Math.floor(this.between(low, high + 1));
  }

  pick(list) {
    return list[this.whole(0, list.length - 1)];
  }

  chance(share) {
    return this.unit() < share;
  }
}
