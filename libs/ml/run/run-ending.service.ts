import { Injectable } from '@nestjs/common';
import { Alerts, Clock, Jobs, type Tx } from '#platform';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { PIPELINE_FAILED, PIPELINE_HELD } from '../pipeline/pipeline-alerts.js';
import { backoffSeconds, isBlocked } from '../trigger/cool-down.rules.js';
import { Chronicle } from './chronicle.js';
import { QUEUE_UNHEALTHY } from './queue-watch.js';
import type { PipelineRun } from './run.entity.js';
import { runFinished } from './run.jobs.js';
import { RunRepository } from './run.repository.js';
import type { ValidatedArtefacts } from './run-data.js';
import type { StepName } from './run-state.rules.js';
import type { RunStep } from './run-step.entity.js';

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
    // Where every worker has died nobody else tells that the queue is gone.
    await this.alerts.resolve(tx, QUEUE_UNHEALTHY, `${pipeline.key}/training`);
    const title = `Pipeline ${pipeline.key} failed in ${step}: ${error}`;
    await this.alerts.raise(tx, {
      kind: PIPELINE_FAILED,
      subject: pipeline.key,
      title: blocked ? `${title} Blocked after the same failure three times in a row.` : title,
      severity: 'CRITICAL',
      serviceId: pipeline.serviceId,
      detail: { runId, step, error, blocked },
      worse: blocked,
    });
  }

  async held(
    tx: Tx,
    pipeline: { key: string; serviceId: string },
    runId: string,
    reason: string,
  ): Promise<void> {
    await this.alerts.raise(tx, {
      kind: PIPELINE_HELD,
      subject: pipeline.key,
      title: `Pipeline ${pipeline.key} waits for a person: ${reason}`,
      severity: 'WARNING',
      serviceId: pipeline.serviceId,
      detail: { runId, reason },
    });
  }

  async recovered(tx: Tx, key: string): Promise<void> {
    await this.alerts.resolve(tx, PIPELINE_FAILED, key);
    await this.alerts.resolve(tx, PIPELINE_HELD, key);
  }

  async ended(tx: Tx, runId: string): Promise<void> {
    await this.jobs.enqueue(tx, runFinished, { runId });
  }
}

const readAt = ({ artefacts }: RunStep): Date | null => {
  const stated = (artefacts as Partial<ValidatedArtefacts> | null)?.readAt;
  return stated === undefined ? null : new Date(stated);
};

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
        // What was accepted after the data was read counts for the next run.
        newSince: readAt(validate) ?? run.createdAt,
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
    const validate = await this.runs.step(tx, run.id, 'VALIDATE');
    await this.pipelines.update(tx, run.pipelineId, { newSince: readAt(validate) ?? run.createdAt });
    await this.chronicle.lines(tx, run.id, [{ at: now, line }]);
    await this.chronicle.announce(tx, run.id);
  }

  /** The data needs a person's eye first: nothing is trained, what waits goes on waiting, and somebody is told. */
  async held(tx: Tx, run: PipelineRun, reason: string): Promise<void> {
    const now = this.clock.now();
    const line = `held for a person: ${reason}`;
    await this.runs.closeSteps(tx, run.id, now, null, line);
    await this.runs.update(tx, run.id, { status: 'CANCELLED', finishedAt: now });
    const pipeline = await this.pipelines.lock(tx, { id: run.pipelineId });
    if (pipeline) await this.notices.held(tx, pipeline, run.id, reason);
    await this.chronicle.lines(tx, run.id, [{ at: now, line }]);
    await this.chronicle.announce(tx, run.id);
  }
}
