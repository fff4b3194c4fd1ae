import { Injectable } from '@nestjs/common';
import { Alerts, Clock, Jobs, type Tx } from '#platform';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { backoffSeconds, isBlocked } from '../trigger/cool-down.rules.js';
import { Chronicle } from './chronicle.js';
import type { PipelineRun } from './run.entity.js';
import { runFinished } from './run.jobs.js';
import { RunRepository } from './run.repository.js';
import type { StepName } from './run-state.rules.js';

/** The alert of a pipeline whose last run failed; its subject is the pipeline's key. */
export const PIPELINE_FAILED = 'pipeline.failed';
const REMEMBERED_FAILURES = 10;

/** Tells the rest of the house how a run ended. */
@Injectable()
export class EndNotices {
  constructor(
    private readonly alerts: Alerts,
    private readonly jobs: Jobs,
  ) {}

  async failed(
    tx: Tx,
    pipeline: { key: string; serviceId: string },
    runId: string,
    step: StepName,
    error: string,
    blocked: boolean,
  ): Promise<void> {
    const title = `Pipeline ${pipeline.key} failed in ${step}: ${error}`;
    await this.alerts.raise(tx, {
      kind: PIPELINE_FAILED,
      subject: pipeline.key,
      title: blocked ? `${title} Blocked after the same failure three times in a row.` : title,
      severity: 'CRITICAL',
      serviceId: pipeline.serviceId,
      detail: { runId, step, error, blocked },
    });
  }

  recovered(tx: Tx, key: string): Promise<void> {
    return this.alerts.resolve(tx, PIPELINE_FAILED, key);
  }

  async ended(tx: Tx, runId: string): Promise<void> {
    await this.jobs.enqueue(tx, runFinished, { runId });
  }
}

/** Brings runs to their end, with everything that hangs on it, in the caller's transaction. */
@Injectable()
export class RunEnding {
  constructor(
    private readonly runs: RunRepository,
    private readonly pipelines: PipelineRepository,
    private readonly chronicle: Chronicle,
    private readonly notices: EndNotices,
    private readonly clock: Clock,
  ) {}

  /** The run reached its end. Its data counts as trained, the cool-down begins, an open alert is resolved. */
  async succeed(tx: Tx, run: PipelineRun, note: string | null): Promise<void> {
    const now = this.clock.now();
    const pipeline = await this.pipelines.lock(tx, { id: run.pipelineId });
    const validate = await this.runs.step(tx, run.id, 'VALIDATE');
    await this.runs.closeSteps(tx, run.id, now, null, null);
    if (note) await this.runs.updateStep(tx, run.id, 'DEPLOY', { detail: note });
    await this.runs.update(tx, run.id, { status: 'SUCCEEDED', finishedAt: now });
    if (pipeline) {
      const cooldown = pipeline.trigger.cooldownSeconds * 1000;
      await this.pipelines.update(tx, pipeline.id, {
        trainedDigest: run.dataDigest,
        // What arrived after the data was read counts for the next run; reading itself notes pictures as arrived.
        newSince: validate.finishedAt ?? run.createdAt,
        cooldownUntil: new Date(now.getTime() + cooldown),
        failureCodes: [],
      });
      await this.notices.recovered(tx, pipeline.key);
    }
    await this.notices.ended(tx, run.id);
    await this.chronicle.lines(tx, run.id, [{ at: now, line: `run succeeded${note ? `: ${note}` : ''}` }]);
    await this.chronicle.announce(tx, run.id);
  }

  /** The run failed in a step: keeps its root cause, backs off, blocks after three equal failures, alerts. */
  async fail(tx: Tx, run: PipelineRun, step: StepName, code: string, sentence: string): Promise<void> {
    const now = this.clock.now();
    const error = `${code}: ${sentence}`;
    const pipeline = await this.pipelines.lock(tx, { id: run.pipelineId });
    await this.runs.closeSteps(tx, run.id, now, step, error);
    await this.runs.update(tx, run.id, { status: 'FAILED', finishedAt: now, errorCode: code, error });
    if (pipeline) {
      const failureCodes = [code, ...pipeline.failureCodes].slice(0, REMEMBERED_FAILURES);
      const blocked = isBlocked(failureCodes);
      const wait = backoffSeconds(failureCodes.length) * 1000;
      await this.pipelines.update(tx, pipeline.id, {
        failureCodes,
        cooldownUntil: new Date(now.getTime() + wait),
        ...(blocked ? { state: 'BLOCKED' as const } : {}),
      });
      await this.notices.failed(tx, pipeline, run.id, step, error, blocked);
    }
    await this.notices.ended(tx, run.id);
    await this.chronicle.lines(tx, run.id, [{ at: now, line: `${step} failed: ${error}` }]);
    await this.chronicle.announce(tx, run.id);
  }

  /** The data turned out to be trained already: nothing is done, and nothing is wrong. */
  async nothingNew(tx: Tx, run: PipelineRun): Promise<void> {
    const now = this.clock.now();
    const line = 'nothing new: this data has been trained with this configuration already';
    await this.runs.closeSteps(tx, run.id, now, null, line);
    await this.runs.update(tx, run.id, { status: 'CANCELLED', finishedAt: now });
    await this.pipelines.update(tx, run.pipelineId, { newSince: now });
    await this.chronicle.lines(tx, run.id, [{ at: now, line }]);
    await this.chronicle.announce(tx, run.id);
  }
}
