import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MlSamplePreview, MlSampleRemoval } from '#ml';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  Samples,
  sampleRemove,
  skipped,
  Transactions,
} from '#platform';
import { SampleRemoval } from '#toil';

const LOOK_AGAIN_MS = 250;

/** Takes the sample away: first what a training may still write to, then the team, then the tags. */
@Injectable()
@JobHandler(sampleRemove)
export class RemoveSampleHandler implements Handles<typeof sampleRemove> {
  constructor(
    private readonly transactions: Transactions,
    private readonly samples: Samples,
    private readonly toil: SampleRemoval,
    private readonly ml: MlSampleRemoval,
    private readonly preview: MlSamplePreview,
  ) {}

  async handle(_: PayloadOf<typeof sampleRemove>, job: RunningJob): Promise<JobOutcome> {
    const state = await this.samples.state(this.transactions.read);
    if (state?.status !== 'REMOVING') return skipped('nobody wants it gone');
    try {
      // What it is writing just now has to be in before it can be taken away.
      while (await this.samples.isLoading(this.transactions.read))
        await pause(LOOK_AGAIN_MS, undefined, { signal: job.signal });
      await this.ml.remove(job.signal);
      await this.transactions.run(async (tx) => {
        await job.fence(tx);
        await this.toil.remove(tx, state, await this.preview.held(tx));
        await this.samples.forget(tx);
      });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!job.signal.aborted) await this.transactions.run((tx) => this.samples.fail(tx, message));
      throw error;
    }
    return done();
  }
}
