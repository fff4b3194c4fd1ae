import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ObjectStore } from '#platform';
import { toGrey } from '../image/colour.rules.js';
import { THUMB_SIZE, thumbnail } from '../image/features.rules.js';
import { type Neighbourhood, nearestNeighbourRight } from '../image/nearest-neighbours.rules.js';
import { INPUT_BYTES, INPUT_SIDE } from '../image/picture-policy.js';
import { thumbVector } from '../image/thumb-vector.rules.js';
import type { PackedArtefact } from '../run/run-data.js';

// 25 million comparisons are some five seconds; a larger training split is thinned evenly.
const MOST_COMPARISONS = 25_000_000;
const BEFORE_PAUSE = 16;

/** The trivial baseline: how many validation pictures their nearest training picture names right. */
@Injectable()
export class NeighbourBaseline {
  constructor(private readonly store: ObjectStore) {}

  /** Euclidean distance on 24x24 z-scored grey pixels. Streams the pixels: memory holds thumbnails only. */
  async right(training: PackedArtefact, validation: PackedArtefact, signal: AbortSignal): Promise<number> {
    const every = Math.max(1, Math.ceil((training.rows * validation.rows) / MOST_COMPARISONS));
    const known = await this.thumbnails(training, every, signal);
    const asked = await this.thumbnails(validation, 1, signal);
    let right = 0;
    for (let from = 0; from < asked.labels.length; from += BEFORE_PAUSE) {
      signal.throwIfAborted();
      const to = Math.min(asked.labels.length, from + BEFORE_PAUSE);
      right += nearestNeighbourRight(known, {
        vectors: asked.vectors.subarray(from * THUMB_SIZE, to * THUMB_SIZE),
        labels: asked.labels.slice(from, to),
      });
      await setImmediate();
    }
    return right;
  }

  private async thumbnails(
    packed: PackedArtefact,
    every: number,
    signal: AbortSignal,
  ): Promise<Neighbourhood & { labels: Int32Array }> {
    const kept = Math.ceil(packed.rows / every);
    const all = await this.store.get(packed.labelsSha256);
    const vectors = new Float32Array(kept * THUMB_SIZE);
    const labels = new Int32Array(kept);
    const picture = new Uint8Array(INPUT_BYTES);
    let filled = 0;
    let row = 0;
    for await (const chunk of await this.store.stream(packed.pixelsSha256)) {
      signal.throwIfAborted();
      for (let at = 0; at < chunk.length; ) {
        const take = Math.min(INPUT_BYTES - filled, chunk.length - at);
        picture.set(chunk.subarray(at, at + take), filled);
        filled += take;
        at += take;
        if (filled < INPUT_BYTES) continue;
        if (row % every === 0) {
          const grey = toGrey({ width: INPUT_SIDE, height: INPUT_SIDE, channels: 3, data: picture });
          thumbVector(thumbnail(grey), vectors, (row / every) * THUMB_SIZE);
          labels[row / every] = all.readInt32LE(row * 4);
        }
        row++;
        filled = 0;
      }
    }
    return { vectors, labels };
  }
}
