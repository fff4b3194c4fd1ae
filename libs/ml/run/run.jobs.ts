import { z } from 'zod';
import { defineJob, type JobContract } from '#platform';
import type { StepName } from './run-state.rules.js';

const schema = z.object({ runId: z.string() });
const uniqueKey = ({ runId }: { runId: string }): string => runId;

/** Reads every picture of the dataset and judges the data. */
export const runValidate = defineJob({ name: 'run.validate', schema, uniqueKey, expireInSeconds: 6 * 3600 });

/** Proves that every batch of training and validation can be filled, and packs the pictures. */
export const runPreflight = defineJob({
  name: 'run.preflight',
  schema,
  uniqueKey,
  expireInSeconds: 6 * 3600,
});

/**
 * Trains. A killed worker costs one retry and no more than the steps since the last checkpoint, so retries are many
 * and start at once; an attempt that outlives a day goes on from its checkpoint as well.
 */
export const runTrain = defineJob({
  name: 'run.train',
  schema,
  uniqueKey,
  retryLimit: 100,
  retryDelaySeconds: 0,
  expireInSeconds: 23 * 3600,
});

/** Has the candidate, and the champion where it has not yet, answer the frozen validation set. */
export const runEvaluate = defineJob({ name: 'run.evaluate', schema, uniqueKey });

/** Judges the candidate. */
export const runGate = defineJob({ name: 'run.gate', schema, uniqueKey });

/** Exports the model, tries it in a fresh process and starts its way to the requests. */
export const runDeploy = defineJob({ name: 'run.deploy', schema, uniqueKey });

/** A run has ended, well or not: whoever keeps books about automation hears of it. */
export const runFinished = defineJob({ name: 'pipeline.run.finished', schema, uniqueKey });

/** Looks which pipelines are due for a run by themselves. */
export const triggerTick = defineJob({
  name: 'pipeline.trigger',
  schema: z.object({}),
  uniqueKey: () => 'tick',
  retryLimit: 0,
});

/** The job of each step. */
export const STEP_JOBS: Record<StepName, JobContract<typeof schema>> = {
  VALIDATE: runValidate,
  PREFLIGHT: runPreflight,
  TRAIN: runTrain,
  EVALUATE: runEvaluate,
  GATE: runGate,
  DEPLOY: runDeploy,
};
