import { Injectable } from '@nestjs/common';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  ObjectStore,
  Retention,
  skipped,
  Transactions,
} from '#platform';
import { datasetSweep } from './dataset.jobs.js';
import { PackedSplitRepository } from './packed-split.repository.js';

/** Deletes packed pictures that no registered version was trained on and no run needs; what is deleted can be packed anew. */
@Injectable()
@JobHandler(datasetSweep)
export class SweepPackedSplits implements Handles<typeof datasetSweep> {
  constructor(
    private readonly transactions: Transactions,
    private readonly packed: PackedSplitRepository,
    private readonly store: ObjectStore,
    private readonly retention: Retention,
  ) {}

  async handle(): Promise<JobOutcome> {
    const before = await this.retention.oldBefore(this.transactions.read, 'PACKED_SPLITS');
    if (before === null) return skipped('packed splits are kept for ever');
    const stale = await this.packed.stale(this.transactions.read, before);
    if (stale.length === 0) return skipped('every packed split is needed');
    const shared = await this.packed.shared(this.transactions.read, stale);
    const shas = new Set(stale.flatMap(({ pixelsSha256, labelsSha256 }) => [pixelsSha256, labelsSha256]));
    // Contents first: a row without its content is packed anew, a content without a row would stay for ever.
    for (const sha of shas) if (!shared.has(sha)) await this.store.delete(sha);
    await this.transactions.run(async (tx) => {
      await this.packed.forget(tx, stale);
      await this.retention.note(tx, 'PACKED_SPLITS', stale.length);
    });
    return done();
  }
}
