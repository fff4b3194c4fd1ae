import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;

/** Makes ids: a readable prefix and a time-ordered UUID, so that a new row lands at the end of its index. */
export abstract class Ids {
  abstract next(prefix: string): string;
}

/** Ids from UUID version 7: time-ordered, also within a millisecond of one process. */
export class TimeOrderedIds extends Ids {
  // Asking the system for chance costs the same for one id as for hundreds.
  private readonly chance = new Uint8Array(256 * BYTES);
  private used = this.chance.length;
  private msecs = 0;
  private seq = 0;

  next(prefix: string): string {
    if (this.used === this.chance.length) {
      randomFillSync(this.chance);
      this.used = 0;
    }
    const random = this.chance.subarray(this.used, this.used + BYTES);
    this.used += BYTES;
    const now = Date.now();
    if (now > this.msecs) {
      this.msecs = now;
      this.seq = new DataView(random.buffer, random.byteOffset).getUint32(0) >>> 1;
    } else this.seq++;
    return `${prefix}_${v7({ random, msecs: this.msecs, seq: this.seq }).replaceAll('-', '')}`;
  }
}

/** The prefix of an id, which names the kind of thing it belongs to; null when it has none. */
export const prefixOf = (id: string): string | null => /^([a-z]+)_[0-9a-f]{32}$/.exec(id)?.[1] ?? null;
