/** How a handler ended without an error. */
export type JobOutcome = { outcome: 'done' } | { outcome: 'skipped'; reason: string };

/** The work is done, and its effects are written. */
export const done = (): JobOutcome => ({ outcome: 'done' });

/** There was nothing to do (any more); the reason is kept with the job. */
export const skipped = (reason: string): JobOutcome => ({ outcome: 'skipped', reason });

/** Trying again cannot help: the job goes to the dead letters at once. Any other error is retried. */
export class FinalError extends Error {
  override name = 'FinalError';
}

/** Another worker has taken this job over since; what this one still wanted to write is refused. */
export class StaleWorkerError extends Error {
  override name = 'StaleWorkerError';
}
