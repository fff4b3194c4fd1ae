import { Inject, Injectable } from '@nestjs/common';
import {
  Clock,
  done,
  type Handles,
  JobHandler,
  type JobOutcome,
  LOG,
  type Log,
  SYSTEM,
  Transactions,
  type Tx,
} from '#platform';
import type { Pipeline } from '../pipeline/pipeline.entity.js';
import { PipelineRepository } from '../pipeline/pipeline.repository.js';
import { triggerTick } from '../run/run.jobs.js';
import { RunSweep } from '../run/run-sweep.js';
import { StartRun } from '../run/start-run.service.js';
import { ReportingZone } from './reporting-zone.js';
import { Retrain } from './retrain.service.js';
import { scheduleHasCome } from './schedule.rules.js';

/** Asks the policy of every automatic pipeline, and starts the runs that are due. */
@Injectable()
@JobHandler(triggerTick)
export class TriggerHandler implements Handles<typeof triggerTick> {
  @Inject(LOG) private readonly log: Log;
  @Inject(Clock) private readonly clock: Clock;
  @Inject(RunSweep) private readonly sweep: RunSweep;

  constructor(
    private readonly transactions: Transactions,
    private readonly pipelines: PipelineRepository,
    private readonly retrain: Retrain,
    private readonly starter: StartRun,
    private readonly zone: ReportingZone,
  ) {}

  async handle(): Promise<JobOutcome> {
    await this.sweep.abandoned();
    await this.sweep.folders();
    const pipelines = await this.pipelines.automatic(this.transactions.read);
    const zone = await this.zone.current();
    for (const { id, key } of pipelines) {
      // One pipeline that cannot be judged must not hold the others back.
      await this.transactions
        .run((tx) => this.look(tx, id, zone))
        .catch((error: unknown) => this.log.warn({ err: error, pipeline: key }, 'trigger'));
    }
    return done();
  }

  private async look(tx: Tx, id: string, zone: string): Promise<void> {
    const pipeline = await this.pipelines.lock(tx, { id });
    if (pipeline?.state !== 'ACTIVE') return;
    const scheduled = await this.turn(tx, pipeline, zone);
    const answer = await this.retrain.judge(pipeline, scheduled, tx);
    if (answer.due) await this.starter.start(tx, SYSTEM, pipeline, scheduled ? 'SCHEDULE' : 'AUTOMATIC');
  }

  // A time of the schedule counts once, also when nothing was due then.
  private async turn(tx: Tx, pipeline: Pipeline, zone: string): Promise<boolean> {
    const { schedule } = pipeline.trigger;
    const now = this.clock.now();
    const since = pipeline.scheduledAt ?? pipeline.createdAt;
    if (schedule === null || !scheduleHasCome(schedule, zone, since, now)) return false;
    await this.pipelines.update(tx, pipeline.id, { scheduledAt: now });
    return true;
  }
}
