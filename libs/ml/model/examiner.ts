import { Injectable } from '@nestjs/common';
import { ObjectStore } from '#platform';
import { type Predictor, PredictorLoader } from '../engine/contract.js';
import { INPUT_VALUES } from '../engine/network.rules.js';
import type { PackedArtefact } from '../run/run-data.js';

const CHUNK = 128;

/** Has models answer packed pictures, un-augmented and in order. */
@Injectable()
export class Examiner {
  constructor(
    private readonly store: ObjectStore,
    private readonly loader: PredictorLoader,
  ) {}

  /** Probabilities [rows, classes] of the model with these weights, and the classes it has. */
  async ask(weightsSha256: string, split: PackedArtefact, signal: AbortSignal): Promise<Float32Array> {
    const pixels = await this.store.get(split.pixelsSha256);
    const predictor = await this.loader.load(await this.store.get(weightsSha256));
    try {
      return await this.inChunks(predictor, pixels, split.rows, signal);
    } finally {
      await predictor.dispose();
    }
  }

  private async inChunks(
    predictor: Predictor,
    pixels: Buffer,
    rows: number,
    signal: AbortSignal,
  ): Promise<Float32Array> {
    const answers = new Float32Array(rows * predictor.classes);
    for (let row = 0; row < rows; row += CHUNK) {
      signal.throwIfAborted();
      const until = Math.min(rows, row + CHUNK);
      const part = pixels.subarray(row * INPUT_VALUES, until * INPUT_VALUES);
      answers.set(await predictor.predict(new Uint8Array(part)), row * predictor.classes);
    }
    return answers;
  }
}
