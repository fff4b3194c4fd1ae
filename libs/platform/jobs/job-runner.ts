import type { DiscoveryService } from '@nestjs/core';
import type { Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Transactions, Tx } from '../database/transactions.js';
import type { Clock } from '../time/clock.js';
import { DEAD_LETTERS } from './boss.js';
import type { JobContract } from './job-contract.js';
import { type Handles, JOB_HANDLER, type RunningJob } from './job-handler.js';
import { FinalError, type JobOutcome, StaleWorkerError } from './job-outcome.js';
import { JobProgress } from './job-progress.entity.js';

// NOTIFY wakes a worker at once for new jobs, but not for retries and delayed ones: those wait for the next poll.
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

/** What the runner stands on. */
export interface RunnerParts {
  boss: PgBoss;
  transactions: Transactions;
  clock: Clock;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Binds every contract to its one handler; throws, saying what to write, when they do not match. */
export function bindHandlers(
  discovery: DiscoveryService,
  contracts: readonly JobContract[],
): Map<JobContract, Handles<JobContract>> {
  const bound = new Map<JobContract, Handles<JobContract>>();
  const faults: string[] = [];
  for (const wrapper of discovery.getProviders()) {
    if (!wrapper.metatype || !wrapper.instance) continue;
    const contract: JobContract | undefined = Reflect.getMetadata(JOB_HANDLER, wrapper.metatype);
    if (!contract) continue;
    if (!contracts.includes(contract))
      faults.push(
        `${wrapper.name} handles "${contract.name}", which no lib declares: add the contract to its list.`,
      );
    else if (bound.has(contract))
      faults.push(`"${contract.name}" has two handlers; ${wrapper.name} is the second: remove one.`);
    else bound.set(contract, wrapper.instance);
  }
  for (const contract of contracts) {
    if (!bound.has(contract))
      faults.push(
        `"${contract.name}" has no handler: write a provider marked @JobHandler for it and add it to the worker module.`,
      );
  }
  if (faults.length > 0) throw new Error(`The worker cannot start:\n- ${faults.join('\n- ')}`);
  return bound;
}

/** Takes jobs out of the queues and runs their handlers until it is stopped. */
export class JobRunner {
  constructor(private readonly parts: RunnerParts) {}

  /** Starts work on every bound contract. */
  async start(bound: Map<JobContract, Handles<JobContract>>): Promise<void> {
    for (const [contract, handler] of bound) {
      await this.parts.boss.work(
        contract.name,
        { batchSize: 1, localConcurrency: contract.concurrency, ...POLLING },
        async ([job]: Job<object>[]) => (job ? this.run(contract, handler, job) : undefined),
      );
    }
  }

  private async run(contract: JobContract, handler: Handles<JobContract>, job: Job<object>): Promise<object> {
    const { log, boss } = this.parts;
    try {
      const payload = this.parse(contract, job.data);
      const outcome: JobOutcome = await handler.handle(payload, this.running(contract, job));
      log.info({ job: job.id, contract: contract.name, ...outcome }, 'job ended');
      return outcome;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.error(
        { job: job.id, contract: contract.name, attempt: job.retryCount + 1, err: error },
        'job failed',
      );
      if (error instanceof StaleWorkerError) return { outcome: 'skipped', reason: message };
      if (!(error instanceof FinalError)) throw error;
      await boss.send(DEAD_LETTERS, { contract: contract.name, payload: job.data, error: message });
      await boss.cancel(contract.name, { id: job.id, retryCount: job.retryCount });
      return { outcome: 'failed', error: message };
    }
  }

  // An old worker may meet a new payload, and the other way round: what does not parse is final.
  private parse(contract: JobContract, data: unknown): object {
    const result = contract.schema.safeParse(data);
    if (!result.success) throw new FinalError(`payload of ${contract.name}: ${result.error.message}`);
    return result.data as object;
  }

  private running(contract: JobContract, job: Job<object>): RunningJob {
    const { transactions, clock } = this.parts;
    return {
      id: job.id,
      attempt: job.retryCount + 1,
      signal: job.signal,
      progress: async (fraction, note) => {
        const row = { jobId: job.id, contract: contract.name, fraction, note, updatedAt: clock.now() };
        await transactions.read.upsert(JobProgress, row, ['jobId']);
      },
      fence: (tx) => fence(tx, contract, job),
    };
  }
}

async function fence(tx: Tx, contract: JobContract, job: Job<object>): Promise<void> {
  const rows: unknown[] = await tx.query(
    `select 1 from pgboss.job where name = $1 and id = $2 and state = 'active' and retry_count = $3 for share`,
    [contract.name, job.id, job.retryCount],
  );
  if (rows.length === 0)
    throw new StaleWorkerError(`job ${job.id} of ${contract.name} was given to another worker`);
}
