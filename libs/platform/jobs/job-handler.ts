import { SetMetadata } from '@nestjs/common';
import type { Tx } from '../database/transactions.js';
import type { JobContract, PayloadOf } from './job-contract.js';
import type { JobOutcome } from './job-outcome.js';

/** What a handler knows about the attempt that it is. */
export interface RunningJob {
  readonly id: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Aborts when the job is cancelled, expires, or the worker stops. */
  readonly signal: AbortSignal;
  /** Keeps how far the job has come (0..1) where clients can see it. */
  progress(fraction: number, note: string): Promise<void>;
  /** Call it first in the transaction that writes: throws StaleWorkerError when another worker owns the job by now. */
  fence(tx: Tx): Promise<void>;
}

/** Runs the jobs of one contract. Must be idempotent: a job runs at least once. */
export interface Handles<C extends JobContract> {
  handle(payload: PayloadOf<C>, job: RunningJob): Promise<JobOutcome>;
}

export const JOB_HANDLER = 'untoil:job-handler';

/** Marks a provider as the handler of a contract. The worker refuses to boot with none, or two, for one contract. */
export const JobHandler = (contract: JobContract): ClassDecorator => SetMetadata(JOB_HANDLER, contract);
