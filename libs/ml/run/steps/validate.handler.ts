import { Injectable } from '@nestjs/common';
import {
  type Handles,
  JobHandler,
  type JobOutcome,
  type PayloadOf,
  type RunningJob,
  Transactions,
} from '#platform';
import type { Pipeline } from '../../pipeline/pipeline.entity.js';
import { Chronicle } from '../chronicle.js';
import type { PipelineRun } from '../run.entity.js';
import { StepFailure } from '../run.errors.js';
import { runValidate } from '../run.jobs.js';
import { RunRepository } from '../run.repository.js';
import { RunData, type ValidatedArtefacts } from '../run-data.js';
import { runKeyOf } from '../run-key.rules.js';
import type { StepResult } from '../step-closer.js';
import type { StepScene } from '../step-opener.js';
import { StepRunner } from '../step-runner.js';

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
    const { digest, usableTraining, usableValidation, classNames, checkId } = checked;
    const readAt = checked.readAt.toISOString();
    const runKey = runKeyOf(digest, pipeline.training);
    const ends = await this.ending(run, pipeline, runKey, checked.heldBy);
    return {
      detail: `${usableTraining} training and ${usableValidation} validation pictures of ${classNames.length} classes: ${checked.verdict}`,
      artefacts: {
        dataDigest: digest,
        usableTraining,
        usableValidation,
        classNames,
        checkId,
        readAt,
      } satisfies ValidatedArtefacts,
      write: async () => ({ dataDigest: digest, runKey, newData: pipeline.trainedDigest !== digest }),
      ...(ends ? { ends } : {}),
    };
  }

  // What was trained already is no news; what has drifted is trained only when a person asks for it.
  private async ending(
    run: PipelineRun,
    pipeline: Pipeline,
    runKey: string,
    heldBy: string | null,
  ): Promise<StepResult['ends']> {
    if (await this.runs.completed(this.transactions.read, pipeline.id, runKey))
      return { as: 'NOTHING_NEW', note: null };
    return heldBy !== null && run.trigger !== 'MANUAL' ? { as: 'HELD', note: heldBy } : undefined;
  }

  private async tell(runId: string, fraction: number): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.runs.updateStep(tx, runId, 'VALIDATE', { fraction });
      await this.chronicle.announce(tx, runId);
    });
  }
}
