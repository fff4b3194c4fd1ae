import { Injectable } from '@nestjs/common';
import {
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  type SamplePart,
  Samples,
  sampleLoad,
  skipped,
  Transactions,
} from '#platform';
import { SampleStory } from './sample-story.js';

/** Writes the sample part after part; a killed worker's successor goes on with the next one. */
@Injectable()
@JobHandler(sampleLoad)
export class LoadSampleHandler implements Handles<typeof sampleLoad> {
  constructor(
    private readonly transactions: Transactions,
    private readonly samples: Samples,
    private readonly story: SampleStory,
  ) {}

  async handle(_: PayloadOf<typeof sampleLoad>, job: RunningJob): Promise<JobOutcome> {
    const parts = this.story.parts();
    try {
      while (await this.next(parts, job)) job.signal.throwIfAborted();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!job.signal.aborted) await this.transactions.run((tx) => this.samples.fail(tx, message));
      throw error;
    }
    const state = await this.samples.state(this.transactions.read);
    return state?.status === 'LOADED' ? done() : skipped('somebody wants it gone');
  }

  // Whoever wants it gone while it loads has the next part find another status.
  private async next(parts: readonly SamplePart[], job: RunningJob): Promise<boolean> {
    const now = await this.samples.state(this.transactions.read);
    const part = now?.status === 'LOADING' ? parts[now.done] : undefined;
    if (!now || !part) return false;
    await part.before?.();
    return this.transactions.run(async (tx) => {
      await job.fence(tx);
      const state = await this.samples.locked(tx);
      if (state?.status !== 'LOADING') return false;
      await part.write(tx, state);
      await this.samples.advance(tx, state, parts);
      return true;
    });
  }
}
