import type { PackedSplit } from '../../engine/contract.js';
import { INPUT_VALUES } from '../../engine/network.rules.js';
import { PackedFile } from '../input/packed-file.js';
import type { ComputeEngine } from './compute-engine.js';

/** A look uses at most so many pictures, evenly spread over the set, so that it stays a small part of the training. */
const LOOK_ROWS = 2000;
const CHUNK = 64;

/** Mean cross entropy and share of right answers on the fixed, un-augmented validation set. */
export interface Look {
  loss: number;
  accuracy: number;
}

/** The validation set, ready to be looked at again and again. `close` is a duty. */
export class Validation {
  private readonly file: PackedFile;
  private readonly rows: number[];
  private readonly classes: number;

  constructor(split: PackedSplit, classes: number) {
    this.classes = classes;
    this.file = new PackedFile(split, classes);
    const count = Math.min(split.rows, LOOK_ROWS);
    this.rows = Array.from({ length: count }, (_, i) => Math.floor((i * split.rows) / count));
  }

  /** Judges the engine's present weights. */
  async look(engine: ComputeEngine): Promise<Look> {
    let loss = 0;
    let right = 0;
    for (let first = 0; first < this.rows.length; first += CHUNK) {
      const chunk = this.rows.slice(first, first + CHUNK);
      const pixels = new Uint8Array(chunk.length * INPUT_VALUES);
      for (const [i, row] of chunk.entries())
        this.file.read(row, pixels.subarray(i * INPUT_VALUES, (i + 1) * INPUT_VALUES));
      const probabilities = await engine.probabilities(pixels);
      for (const [i, row] of chunk.entries()) {
        const answer = probabilities.subarray(i * this.classes, (i + 1) * this.classes);
        const label = this.file.labels[row]!;
        loss -= Math.log(Math.max(answer[label]!, 1e-12));
        if (answer.every((p, c) => c === label || p < answer[label]!)) right++;
      }
    }
    return { loss: loss / this.rows.length, accuracy: right / this.rows.length };
  }

  close(): void {
    this.file.close();
  }
}
