import { Injectable } from '@nestjs/common';
import { AuditTrail, type Caller, Clock, EventBus, Jobs, Refusal, Transactions, type Tx } from '#platform';
import type { PipelineRun } from './run.entity.js';
import { STEP_JOBS } from './run.jobs.js';
import { RunRepository } from './run.repository.js';
import { hasEnded } from './run-state.rules.js';

/** Takes the jobs of a run out of the queue. */
@Injectable()
export class JobStopper {
  constructor(
    private readonly runs: RunRepository,
    private readonly jobs: Jobs,
    private readonly events: EventBus,
  ) {}

  /** Cancels the waiting or running job of the run's open step, if it has one. */
  async stop(tx: Tx, runId: string): Promise<void> {
    for (const step of await this.runs.steps(tx, [runId])) {
      const isOpen = step.status === 'PENDING' || step.status === 'RUNNING';
      if (isOpen && step.jobId) await this.jobs.cancel(tx, STEP_JOBS[step.name], step.jobId);
    }
    await this.events.publish(tx, 'run', runId);
  }
}

/** Stops runs. */
@Injectable()
export class CancelRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly runs: RunRepository,
    private readonly stopper: JobStopper,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The run is CANCELLED at once; what works on it stops within seconds. Refused with NOT_FOUND or INVALID_TRANSITION. */
  cancel(caller: Caller, id: string): Promise<PipelineRun> {
    return this.transactions.run(async (tx) => {
      const run = await this.runs.lock(tx, id);
      if (!run) throw new Refusal('NOT_FOUND', `There is no run ${id}.`, ['id']);
      if (hasEnded(run.status)) {
        throw new Refusal('INVALID_TRANSITION', `The run has ended already: ${run.status}.`, ['id']);
      }
      const finishedAt = this.clock.now();
      await this.stopper.stop(tx, run.id);
      await this.runs.closeSteps(tx, run.id, finishedAt, null, `cancelled by ${caller.name}`);
      await this.runs.update(tx, run.id, { status: 'CANCELLED', finishedAt });
      await this.audit.record(
        tx,
        caller,
        'run.cancelled',
        run.id,
        { status: run.status },
        { status: 'CANCELLED' },
      );
      return { ...run, status: 'CANCELLED' as const, finishedAt };
    });
  }
}
