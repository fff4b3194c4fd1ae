import { createHash } from 'node:crypto';
import type { TrainingSpec } from '../../engine/contract.js';
import { MOST_CLASSES } from '../../engine/weights-file.js';
import { augmentRanges } from '../input/augment.rules.js';
import { TrainingError } from './training.errors.js';

/** Largest batch: its activations and gradients fit WebAssembly's 4 GiB. */
export const LARGEST_BATCH = 2048;
const EVALUATE_EVERY = 50;

/** The specification with every default written out. */
export type FullSpec = Required<TrainingSpec>;

/** Fills in the defaults and refuses what cannot be trained, naming all faults at once. */
export function fullSpec(spec: TrainingSpec): FullSpec {
  const full: FullSpec = {
    ...spec,
    augment: augmentRanges(spec.augment) ?? false,
    evaluateEverySteps: spec.evaluateEverySteps ?? EVALUATE_EVERY,
    earlyStop: spec.earlyStop ?? null,
    precision: spec.precision ?? 'FP32',
  };
  const whole = (value: number, low: number, high: number): boolean =>
    Number.isInteger(value) && value >= low && value <= high;
  const faults = [
    spec.architecture === 'SEED_3X3' || spec.architecture === 'SEED_5X5' ? null : 'architecture is unknown',
    whole(spec.classes, 2, MOST_CLASSES) ? null : `classes must be 2 to ${MOST_CLASSES}`,
    whole(spec.batchSize, 1, LARGEST_BATCH) ? null : `batchSize must be 1 to ${LARGEST_BATCH}`,
    whole(spec.steps, 1, 10_000_000) ? null : 'steps must be 1 to 10,000,000',
    spec.learningRate > 0 && spec.learningRate <= 1 ? null : 'learningRate must be above 0 and at most 1',
    spec.keepProb > 0 && spec.keepProb <= 1 ? null : 'keepProb must be above 0 and at most 1',
    Number.isSafeInteger(spec.seed) ? null : 'seed must be a whole number',
    whole(spec.checkpointEverySteps, 1, 10_000_000) ? null : 'checkpointEverySteps must be at least 1',
    whole(full.evaluateEverySteps, 1, 10_000_000) ? null : 'evaluateEverySteps must be at least 1',
    spec.inputSize === 96 ? null : 'inputSize must be 96',
  ].filter((fault) => fault !== null);
  if (faults.length > 0)
    throw new TrainingError('SPEC_INVALID', `The training cannot start: ${faults.join('; ')}.`);
  return full;
}

/** Digest of everything in a specification that can change a bit of the result. */
export function specDigest(spec: FullSpec): string {
  const { checkpointEverySteps: _, ...deciding } = spec;
  const sorted = Object.fromEntries(Object.entries(deciding).sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}
