import { parentPort, workerData } from 'node:worker_threads';
import type { AugmentRanges, PackedSplit, TrainingFailure } from '../../engine/contract.js';
import { INPUT_SIZE, INPUT_VALUES } from '../../engine/network.rules.js';
import { failureOf } from '../loop/training.errors.js';
import { Draws, PURPOSE } from '../random/draws.rules.js';
import { dropoutRow } from '../random/dropout.rules.js';
import { epochOrder } from '../random/shuffle.rules.js';
import { augmentPicture, drawAugmentation, plainPicture } from './augment.rules.js';
import { BatchRing, DROPOUT_UNITS, type RingHandle } from './batch-ring.js';
import { PackedFile } from './packed-file.js';

/** What the feeder is started with. Steps are counted from 0; it feeds firstStep..lastStep-1. */
export interface FeederOrder {
  ring: RingHandle;
  split: PackedSplit;
  classes: number;
  seed: number;
  keepProb: number;
  augment: AugmentRanges | null;
  firstStep: number;
  lastStep: number;
}

/** What the feeder says when it cannot go on: the first real cause. */
export interface FeederFailure {
  failure: TrainingFailure;
}

/** Fills batch after batch: row r of step s is picture (s * B + r) of the endless sequence of shuffled epochs. */
function feed(order: FeederOrder): void {
  const ring = BatchRing.open(order.ring);
  try {
    const file = new PackedFile(order.split, order.classes);
    const fill = rowFiller(order, file);
    for (let step = order.firstStep; step < order.lastStep; step++) {
      if (!ring.awaitSpace(step, order.firstStep)) break;
      const batch = ring.slot(step % order.ring.slots);
      for (let row = 0; row < order.ring.batchSize; row++) {
        batch.labels[row] = fill(
          step,
          row,
          batch.pixels.subarray(row * INPUT_VALUES, (row + 1) * INPUT_VALUES),
        );
        const mask = batch.mask.subarray(row * DROPOUT_UNITS, (row + 1) * DROPOUT_UNITS);
        dropoutRow(mask, order.seed, step, row, order.keepProb);
        ring.countRow();
      }
      ring.publish(step);
    }
    file.close();
  } catch (error) {
    parentPort?.postMessage({ failure: failureOf(error) } satisfies FeederFailure);
    ring.close();
  }
}

function rowFiller(
  order: FeederOrder,
  file: PackedFile,
): (step: number, row: number, to: Float32Array) => number {
  const draws = new Draws(order.seed, PURPOSE.augment);
  const picture = new Uint8Array(INPUT_VALUES);
  let epoch = -1;
  let sequence: Uint32Array = new Uint32Array();
  return (step, row, to) => {
    const position = step * order.ring.batchSize + row;
    if (Math.floor(position / file.rows) !== epoch) {
      epoch = Math.floor(position / file.rows);
      sequence = epochOrder(order.seed, epoch, file.rows);
    }
    const index = sequence[position % file.rows]!;
    file.read(index, picture);
    if (order.augment)
      augmentPicture(picture, to, INPUT_SIZE, drawAugmentation(draws, step, row, order.augment));
    else plainPicture(picture, to);
    return file.labels[index]!;
  };
}

feed(workerData as FeederOrder);
