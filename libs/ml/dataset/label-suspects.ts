import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import type { Suspect } from '../check/suspects.rules.js';
import { THUMB_SIZE, zScored } from '../image/features.rules.js';
import { nearest, outvotedBy } from '../image/nearest-neighbours.rules.js';
import type { DatasetRow } from './dataset-row.entity.js';
import { DatasetRowRepository } from './dataset-row.repository.js';
import { shownRow } from './reading.rules.js';

const PAGE = 1_000;
/** Up to here every picture is compared with every other one. */
const ALL_PAIRS = 5_000;
/** Above, each picture is compared with so many, spread evenly over the rows. */
const SAMPLE = 2_000;
// The comparing must not hold the event loop, or the job misses its heartbeat.
const BEFORE_PAUSE = 32;

/** Known pictures: vectors in one array, with the position and class of each. */
interface Sample {
  vectors: Float32Array;
  labels: number[];
  positions: number[];
}

/** Asks the neighbours of every usable training picture whether they agree with its label. */
@Injectable()
export class LabelSuspects {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: DatasetRowRepository,
  ) {}

  /** Memory holds the compared sample and one page of rows, whatever the size of the dataset. */
  async find(
    checkId: string,
    trainingRows: number,
    classNames: readonly string[],
    neighbours: number,
    signal: AbortSignal,
  ): Promise<Suspect[]> {
    const sample = await this.sample(checkId, trainingRows);
    if (sample.labels.length <= neighbours || new Set(sample.labels).size < 2) return [];
    const suspects: Suspect[] = [];
    const vector = new Float32Array(THUMB_SIZE);
    let compared = 0;
    for await (const row of this.usable(checkId, trainingRows)) {
      if (++compared % BEFORE_PAUSE === 0) await setImmediate();
      signal.throwIfAborted();
      zScored(row.thumb!, vector);
      const places = nearest(
        sample,
        vector,
        0,
        neighbours,
        (place) => sample.positions[place] === row.position,
      );
      const likely = outvotedBy(
        row.label,
        places.map((place) => sample.labels[place]!),
      );
      if (likely !== null)
        suspects.push({
          picture: shownRow(row),
          given: row.name,
          likely: classNames[likely] ?? String(likely),
        });
    }
    return suspects;
  }

  private async sample(checkId: string, trainingRows: number): Promise<Sample> {
    const step = trainingRows <= ALL_PAIRS ? 1 : trainingRows / SAMPLE;
    const sample: Sample = {
      vectors: new Float32Array(Math.min(trainingRows, ALL_PAIRS) * THUMB_SIZE),
      labels: [],
      positions: [],
    };
    let next = 0;
    for await (const row of this.usable(checkId, trainingRows)) {
      if (row.position < next) continue;
      next = step === 1 ? 0 : (Math.floor(row.position / step) + 1) * step;
      zScored(row.thumb!, sample.vectors, sample.labels.length * THUMB_SIZE);
      sample.labels.push(row.label);
      sample.positions.push(row.position);
    }
    return sample;
  }

  // Training rows come first, so their positions are 0..trainingRows - 1.
  private async *usable(checkId: string, trainingRows: number): AsyncGenerator<DatasetRow> {
    for (let from = 0; from < trainingRows; from += PAGE) {
      for (const row of await this.rows.stretch(
        this.transactions.read,
        checkId,
        from,
        Math.min(trainingRows, from + PAGE),
        true,
      )) {
        if (row.usable && row.split === 'TRAINING' && row.thumb) yield row;
      }
    }
  }
}
