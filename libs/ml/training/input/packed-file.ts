import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { PackedSplit } from '../../engine/contract.js';
import { INPUT_VALUES } from '../../engine/network.rules.js';
import { TrainingError } from '../loop/training.errors.js';

/** Reads pictures and labels of a packed split row by row; memory stays flat whatever the size. `close` is a duty. */
export class PackedFile {
  readonly rows: number;
  readonly labels: Int32Array;
  private readonly pixels: number;
  private readonly path: string;

  /** Opens and checks a split: sizes must fit the rows, labels must be 0..classes-1. */
  constructor(split: PackedSplit, classes: number) {
    this.rows = split.rows;
    this.path = split.pixels;
    if (split.rows < 1) throw new TrainingError('INPUT_UNREADABLE', `${split.pixels} holds no picture.`);
    this.labels = readLabels(split, classes);
    this.pixels = open(split.pixels);
    const { size } = fstatSync(this.pixels);
    if (size === split.rows * INPUT_VALUES) return;
    this.close();
    throw new TrainingError(
      'INPUT_UNREADABLE',
      `${split.pixels} has ${size} bytes, ${split.rows} pictures of 96x96x3 need ${split.rows * INPUT_VALUES}.`,
    );
  }

  /** Reads `count` pictures from row `row` on into `to`. */
  read(row: number, to: Uint8Array, count = 1): void {
    const bytes = count * INPUT_VALUES;
    let done = 0;
    while (done < bytes) {
      const got = readSync(this.pixels, to, done, bytes - done, row * INPUT_VALUES + done);
      if (got === 0)
        throw new TrainingError(
          'INPUT_UNREADABLE',
          `${this.path} ends within row ${row + 1} of ${this.rows}.`,
        );
      done += got;
    }
  }

  close(): void {
    closeSync(this.pixels);
  }
}

function readLabels(split: PackedSplit, classes: number): Int32Array {
  const file = open(split.labels);
  try {
    const bytes = Buffer.alloc(split.rows * 4);
    const { size } = fstatSync(file);
    if (size !== bytes.length || readSync(file, bytes, 0, bytes.length, 0) !== bytes.length) {
      throw new TrainingError(
        'INPUT_UNREADABLE',
        `${split.labels} has ${size} bytes, ${split.rows} labels need ${bytes.length}.`,
      );
    }
    const labels = new Int32Array(bytes.buffer, bytes.byteOffset, split.rows).slice();
    const bad = labels.findIndex((label) => label < 0 || label >= classes);
    if (bad < 0) return labels;
    throw new TrainingError(
      'INPUT_UNREADABLE',
      `Row ${bad + 1} of ${split.labels} has label ${labels[bad]}, there are ${classes} classes.`,
    );
  } finally {
    closeSync(file);
  }
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new TrainingError('INPUT_UNREADABLE', `${path} cannot be opened.`, String(error));
  }
}
