import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Page, type PageRequest, pageOf, positionOf, type Tx } from '#platform';
import { PipelineRun } from './run.entity.js';
import { closedStatus, STEP_NAMES, type StepName } from './run-state.rules.js';
import { RunStep } from './run-step.entity.js';

/** Finds and keeps runs and their steps. */
@Injectable()
export class RunRepository {
  byId(tx: Tx, id: string): Promise<PipelineRun | null> {
    return tx.findOneBy(PipelineRun, { id });
  }

  byIds(tx: Tx, ids: readonly string[]): Promise<PipelineRun[]> {
    return tx.findBy(PipelineRun, { id: In([...ids]) });
  }

  /** The row, locked until the transaction ends. */
  lock(tx: Tx, id: string): Promise<PipelineRun | null> {
    return tx.findOne(PipelineRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The run of a pipeline that is queued or running. */
  active(tx: Tx, pipelineId: string): Promise<PipelineRun | null> {
    return tx.findOneBy(PipelineRun, { pipelineId, status: In(['QUEUED', 'RUNNING']) });
  }

  /** Whether data and configuration with this key have been trained to the end before. */
  completed(tx: Tx, pipelineId: string, runKey: string): Promise<boolean> {
    return tx.existsBy(PipelineRun, { pipelineId, runKey, status: 'SUCCEEDED' });
  }

  /** Runs of a pipeline, newest first. */
  async page(tx: Tx, pipelineId: string, page: PageRequest): Promise<Page<PipelineRun>> {
    const query = tx
      .createQueryBuilder(PipelineRun, 'r')
      .where('r.pipelineId = :pipelineId', { pipelineId })
      .orderBy('r.createdAt', 'DESC')
      .addOrderBy('r.id', 'DESC')
      .take(page.first + 1);
    const after = positionOf(page.after);
    if (after)
      query.andWhere('(r.createdAt, r.id) < (:at::timestamptz, :id)', { at: after[0], id: after[1] });
    return pageOf(await query.getMany(), page.first, (row) => [row.createdAt.toISOString(), row.id]);
  }

  /** False when another run of the pipeline is queued or running: the unique index decides, not a look before. */
  async insert(tx: Tx, run: PipelineRun): Promise<boolean> {
    const result = await tx
      .createQueryBuilder()
      .insert()
      .into(PipelineRun)
      .values(run)
      .orIgnore()
      .returning('id')
      .execute();
    if ((result.raw as unknown[]).length === 0) return false;
    const blank = {
      startedAt: null,
      finishedAt: null,
      detail: null,
      fraction: 0,
      jobId: null,
      artefacts: null,
    };
    await tx.insert(
      RunStep,
      STEP_NAMES.map((name) => ({ ...blank, runId: run.id, name, status: 'PENDING' as const })),
    );
    return true;
  }

  async update(tx: Tx, id: string, change: Partial<PipelineRun>): Promise<void> {
    await tx.update(PipelineRun, { id }, change);
  }

  step(tx: Tx, runId: string, name: StepName): Promise<RunStep> {
    return tx.findOneByOrFail(RunStep, { runId, name });
  }

  /** All six of each run, in order. */
  async steps(tx: Tx, runIds: readonly string[]): Promise<RunStep[]> {
    const steps = await tx.findBy(RunStep, { runId: In([...runIds]) });
    return steps.sort((a, b) => STEP_NAMES.indexOf(a.name) - STEP_NAMES.indexOf(b.name));
  }

  async updateStep(tx: Tx, runId: string, name: StepName, change: Partial<RunStep>): Promise<void> {
    await tx.update(RunStep, { runId, name }, change as never);
  }

  /** Brings every step that has not ended to its end; the culprit fails, the others were never reached. */
  async closeSteps(
    tx: Tx,
    runId: string,
    at: Date,
    culprit: StepName | null,
    detail: string | null,
  ): Promise<void> {
    for (const step of await this.steps(tx, [runId])) {
      const status = closedStatus(step.status, step.name === culprit);
      if (status === step.status) continue;
      const told = step.name === culprit || step.status === 'RUNNING' ? detail : null;
      const finishedAt = step.startedAt ? at : null;
      await this.updateStep(tx, runId, step.name, { status, finishedAt, detail: told ?? step.detail });
    }
  }

  /** Open steps of active runs whose job is neither waiting nor running; those of paused pipelines wait on purpose. */
  abandoned(tx: Tx): Promise<{ runId: string; step: StepName }[]> {
    return tx.query(
      `select s.run_id as "runId", s.name as step
         from run_step s join pipeline_run r on r.id = s.run_id join pipeline p on p.id = r.pipeline_id
        where r.status in ('QUEUED', 'RUNNING') and p.state <> 'PAUSED'
          and s.status in ('PENDING', 'RUNNING') and s.job_id is not null
          and not exists (select 1 from pgboss.job j
                           where j.name = 'run.' || lower(s.name) and j.id = s.job_id::uuid
                             and j.state in ('created', 'retry', 'active'))`,
    );
  }

  /** Claims the next attempt to train; older attempts lose the right to write. */
  async nextFence(tx: Tx, runId: string): Promise<number> {
    const result: [{ fence: number }[], number] = await tx.query(
      'update pipeline_run set fence = fence + 1 where id = $1 returning fence',
      [runId],
    );
    return result[0][0]?.fence ?? 0;
  }
}
