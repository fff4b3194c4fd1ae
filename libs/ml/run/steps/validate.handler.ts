import { Injectable } from '@nestjs/common';
import {
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  Transactions,
} from '#platform';
import { Chronicle } from '../chronicle.js';
import { StepFailure } from '../run.errors.js';
import { runValidate } from '../run.jobs.js';
import { RunRepository } from '../run.repository.js';
import { RunData } from '../run-data.js';
import { runKeyOf } from '../run-key.rules.js';
import { type StepResult, StepRunner, type StepScene } from '../step-runner.js';

/** VALIDATE: every picture is read, outside any queue, and the data is judged before anything else happens. */
@Injectable()
@JobHandler(runValidate)
export class ValidateHandler implements Handles<typeof runValidate> {
  constructor(
    private readonly steps: StepRunner,
    private readonly data: RunData,
    private readonly runs: RunRepository,
    private readonly transactions: Transactions,
    private readonly chronicle: Chronicle,
  ) {}

  handle({ runId }: PayloadOf<typeof runValidate>, job: RunningJob): Promise<JobOutcome> {
    return this.steps.run('VALIDATE', runId, job, (scene) => this.validate(scene, job));
  }

  private async validate({ run, pipeline }: StepScene, job: RunningJob): Promise<StepResult> {
    const checked = await this.data.check(pipeline.datasetId, job.signal, (fraction) =>
      this.tell(run.id, fraction),
    );
    const [worst] = checked.failures;
    if (checked.verdict === 'FAIL' || worst) {
      throw new StepFailure(worst?.code ?? 'UNKNOWN', worst?.sentence ?? 'the data checks failed');
    }
    const { digest, usableTraining, usableValidation, classNames } = checked;
    const runKey = runKeyOf(digest, pipeline.training);
    const isDone = await this.runs.completed(this.transactions.read, pipeline.id, runKey);
    return {
      detail: `${usableTraining} training and ${usableValidation} validation pictures of ${classNames.length} classes: ${checked.verdict}`,
      artefacts: { dataDigest: digest, usableTraining, usableValidation, classNames },
      write: async () => ({ dataDigest: digest, runKey, newData: pipeline.trainedDigest !== digest }),
      ...(isDone ? { ends: { as: 'NOTHING_NEW' as const, note: null } } : {}),
    };
  }

  private async tell(runId: string, fraction: number): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.runs.updateStep(tx, runId, 'VALIDATE', { fraction });
      await this.chronicle.announce(tx, runId);
    });
  }
}
