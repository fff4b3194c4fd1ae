import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { TrainingEvent, TrainingOrder, TrainingOutcome, TrainingResult } from '../../engine/contract.js';
import { networkPlan } from '../../engine/network.rules.js';
import { encodeWeights } from '../../engine/weights-file.js';
import { CheckpointFolder } from '../checkpoint/checkpoint-folder.js';
import { codeDigest } from '../code-digest.js';
import { openEngine } from '../engines/open-engine.js';
import { augmentRanges } from '../input/augment.rules.js';
import { BatchRing } from '../input/batch-ring.js';
import { InputQueue, QUEUE_SLOTS } from '../input/input-queue.js';
import { initialWeights } from '../random/init.rules.js';
import { eventFiles } from '../tensorboard/event-files.js';
import { firstState } from './loop-state.js';
import { EVENTS_FOLDER, Reporter } from './reporter.js';
import { fullSpec, specDigest } from './spec.rules.js';
import { failureOf } from './training.errors.js';
import { TrainingRun } from './training-run.js';
import { Validation } from './validation.js';

/** Who listens to a training in this process, and what stops it. */
export interface TrainHooks {
  emit: (event: TrainingEvent) => void;
  signal: AbortSignal;
  now: () => number;
}

/** Runs or resumes a training in this process; never rejects. */
export async function train(order: TrainingOrder, hooks: TrainHooks): Promise<TrainingOutcome> {
  const reporter = new Reporter(hooks.emit, hooks.now);
  const closing: (() => Promise<void> | void)[] = [() => reporter.close()];
  try {
    return await runOrder(order, hooks, reporter, closing);
  } catch (error) {
    return { status: 'failed', failure: failureOf(error) };
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function runOrder(
  order: TrainingOrder,
  hooks: TrainHooks,
  reporter: Reporter,
  closing: (() => Promise<void> | void)[],
): Promise<TrainingOutcome> {
  const spec = fullSpec(order.spec);
  const { files } = order;
  const plan = networkPlan(spec.architecture, spec.classes);
  const validation = new Validation(files.validation, spec.classes);
  closing.push(() => validation.close());
  const folder = await CheckpointFolder.open(order.checkpointDir, order.fence ?? null);
  const ring = BatchRing.create(spec.batchSize, QUEUE_SLOTS);
  const { engine, choice } = await openEngine({
    ...order,
    plan,
    rows: spec.batchSize,
    ring: ring.handle,
    precision: spec.precision,
  });
  closing.push(() => engine.dispose());
  reporter.send({ kind: 'engine', choice });
  reporter.log(`Engine: ${choice.name}. ${choice.reason}`);

  const identity = {
    specDigest: specDigest(spec),
    dataDigest: files.dataDigest,
    codeDigest: codeDigest(),
    engineIdentity: choice.identity,
  };
  const { found, skipped } = await folder.latest(plan, identity.specDigest, identity.dataDigest);
  for (const line of skipped) reporter.log(`Checkpoint left aside: ${line}.`);
  await engine.restore(found?.tensors ?? { weights: initialWeights(plan, spec.seed) });
  const state = found?.loop ?? firstState();
  const same = (key: 'engineIdentity' | 'codeDigest'): boolean =>
    !found || found.identity[key] === identity[key];
  const reproducible = same('engineIdentity') && same('codeDigest');
  if (!reproducible)
    reporter.log('The checkpoint comes from another engine or build: the last bits may differ from one run.');
  const resumedFromStep = found ? state.step : null;
  reporter.log(
    found
      ? `Resumed after step ${state.step} of ${spec.steps}.`
      : `Training of ${spec.steps} steps, seed ${spec.seed}.`,
  );
  reporter.send({ kind: 'started', steps: spec.steps, resumedFromStep });
  reporter.open(folder.path, state.step);

  const { seed, keepProb, classes } = spec;
  const augment = augmentRanges(spec.augment);
  const queue = new InputQueue(
    ring,
    { split: files.training, classes, seed, keepProb, augment, firstStep: state.step, lastStep: spec.steps },
    hooks.now,
  );
  closing.push(() => queue.stop());
  queue.start();
  const run = new TrainingRun({
    spec,
    engine,
    queue,
    validation,
    folder,
    reporter,
    identity,
    state,
    now: hooks.now,
  });
  const finished = await run.toEnd(hooks.signal);
  if (!finished) return { status: 'cancelled', step: state.step };

  const weights = encodeWeights(plan, (await engine.state()).weights, {
    seed,
    steps: state.step,
    dataDigest: files.dataDigest,
    engineIdentity: choice.identity,
  });
  const weightsFile = await folder.write('final.weights', [weights]);
  const result: TrainingResult = {
    weightsFile,
    sha256: createHash('sha256').update(weights).digest('hex'),
    steps: state.step,
    looks: state.looks,
    stoppedEarly: state.stoppedEarly,
    ...state.last,
    seconds: run.seconds,
    imagesPerSecond: run.imagesPerSecond,
    engine: choice,
    resumedFromStep,
    reproducible,
    eventFiles: eventFiles(join(folder.path, EVENTS_FOLDER)),
  };
  return { status: 'done', result };
}
