import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform';
import type { Suspect } from '../check/suspects.rules.js';
import { THUMB_SIZE } from '../image/features.rules.js';
import { nearest, outvotedBy } from '../image/nearest-neighbours.rules.js';
import { thumbVector } from '../image/thumb-vector.rules.js';
import { DatasetRowRepository, type ThumbRow } from './dataset-row.repository.js';
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

  /** Memory holds the compared sample and one page of thumbnails, whatever the size of the dataset. */
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
      thumbVector(row.thumb, vector);
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
    const { read } = this.transactions;
    const known: ThumbRow[] =
      trainingRows <= ALL_PAIRS
        ? await this.rows.thumbs(read, checkId, 0, trainingRows)
        : await this.rows.spreadThumbs(read, checkId, trainingRows, SAMPLE);
    const vectors = new Float32Array(known.length * THUMB_SIZE);
    for (const [place, { thumb }] of known.entries()) thumbVector(thumb, vectors, place * THUMB_SIZE);
    return {
      vectors,
      labels: known.map(({ label }) => label),
      positions: known.map(({ position }) => position),
    };
  }

  // Training rows come first, so their positions are 0..trainingRows - 1.
  private async *usable(checkId: string, trainingRows: number): AsyncGenerator<ThumbRow> {
    for (let from = 0; from < trainingRows; from += PAGE)
      yield* await this.rows.thumbs(
        this.transactions.read,
        checkId,
        from,
        Math.min(trainingRows, from + PAGE),
      );
  }
}
