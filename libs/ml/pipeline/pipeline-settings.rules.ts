import type { Architecture, AugmentRanges, EarlyStop, Precision, TrainingSpec } from '../engine/contract.js';

/** How a pipeline trains; the seed and everything here are part of what makes two runs equal. */
export interface TrainingSettings {
  architecture: Architecture;
  batchSize: number;
  steps: number;
  learningRate: number;
  /** Share of the second dense layer that dropout keeps, 0 < keepProb <= 1. */
  keepProb: number;
  seed: number;
  checkpointEverySteps: number;
  augment: boolean;
  /** Ranges that differ from the defaults of `augment`; absent: the defaults. */
  augmentation?: Partial<AugmentRanges>;
  /** Absent: exactly `steps` steps. */
  earlyStop?: EarlyStop;
  /** Absent: FP32. */
  precision?: Precision;
}

/** What the training process is told: the settings, for so many classes. */
export const trainingSpec = (
  { augment, augmentation, ...settings }: TrainingSettings,
  classes: number,
): TrainingSpec => ({ ...settings, classes, inputSize: 96, augment: augment && (augmentation ?? true) });

export const TRAINING_DEFAULTS: TrainingSettings = {
  architecture: 'SEED_3X3',
  batchSize: 100,
  steps: 1000,
  learningRate: 0.0001,
  keepProb: 0.7,
  seed: 1,
  checkpointEverySteps: 50,
  augment: true,
};

/** How a model that passed the gate goes live. */
export interface DeploymentSettings {
  automatic: boolean;
  /** Requests, or hours, that a shadow watches before the canary begins; 0 of either skips the shadow. */
  shadowRequests: number;
  shadowHours: number;
  /** Shares of the requests, rising, that the canary answers before it goes live; empty skips the canary. */
  canaryPercents: number[];
  /** Probability 0..1 below which an answer counts as unknown; null takes the model's own calibrated threshold. */
  rejectBelow: string | null;
  /** owner/name on GitHub where releases and deployments of live versions appear; null or absent: nowhere. */
  githubRepository?: string | null;
}

export const DEPLOYMENT_DEFAULTS: DeploymentSettings = {
  automatic: true,
  shadowRequests: 100,
  shadowHours: 24,
  canaryPercents: [10, 50],
  rejectBelow: null,
  githubRepository: null,
};
