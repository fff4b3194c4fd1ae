import type { z } from 'zod';

/** What a kind of job promises: its name, what it is told, and how it is retried. Lives beside its domain. */
export interface JobContract<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** Ids only, never data that may have changed when the job runs. Parsed again when a worker takes the job out. */
  readonly schema: S;
  /** How often a failed job is tried again before it goes to the dead letters. */
  readonly retryLimit: number;
  /** The first wait before a retry; doubles each time. */
  readonly retryDelaySeconds: number;
  /** How long one attempt may run. */
  readonly expireInSeconds: number;
  /** A worker that is silent for so long has died, and another takes the job. */
  readonly heartbeatSeconds: number;
  /** How many of these one worker runs at a time. */
  readonly concurrency: number;
  /** While a job with this key waits or runs, an equal one is not taken in; null = never unique. */
  readonly uniqueKey: ((payload: z.output<S>) => string | null) | null;
}

type Spec<S extends z.ZodType> = Pick<JobContract<S>, 'name' | 'schema'> & Partial<JobContract<S>>;

/** Declares a job. Defaults: 3 retries from 2 s on, one hour, heartbeat 10 s, 2 at a time, not unique. */
export function defineJob<S extends z.ZodType>(spec: Spec<S>): JobContract<S> {
  return Object.freeze({
    retryLimit: 3,
    retryDelaySeconds: 2,
    expireInSeconds: 3600,
    heartbeatSeconds: 10,
    concurrency: 2,
    uniqueKey: null,
    ...spec,
  });
}

/** The payload type of a contract. */
export type PayloadOf<C> = C extends JobContract<infer S> ? z.output<S> : never;
