import { Field, Float, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar } from '../graphql/scalars.js';

export const ArchitectureEnum = { SEED_3X3: 'SEED_3X3', SEED_5X5: 'SEED_5X5' } as const;
registerEnumType(ArchitectureEnum, { name: 'Architecture' });

export const PrecisionEnum = { FP32: 'FP32', BF16: 'BF16' } as const;
registerEnumType(PrecisionEnum, {
  name: 'Precision',
  description: 'BF16: convolutions in bfloat16 on a native engine; weights and gradients stay in float32.',
});

@InputType({
  description:
    'How far a training picture may be moved; drawn anew for each picture and step. What is left out keeps its default.',
})
export class AugmentationInput {
  @Field(() => Boolean, { nullable: true, description: 'Mirror every second picture. Default true.' })
  flip?: boolean;

  @Field(() => Float, { nullable: true, description: 'Added to 0..1, up to this much. Default 0.1.' })
  brightness?: number;

  @Field(() => [Float], { nullable: true, description: 'Factor, [low, high]. Default [0.7, 1.4].' })
  contrast?: [number, number];

  @Field(() => Float, { nullable: true, description: 'Turns of the hue, up to this much. Default 0.02.' })
  hue?: number;

  @Field(() => [Float], { nullable: true, description: 'Factor, [low, high]. Default [0.7, 1.4].' })
  saturation?: [number, number];

  @Field(() => Float, { nullable: true, description: 'Pixels in each direction, up to so many. Default 4.' })
  shift?: number;

  @Field(() => [Float], { nullable: true, description: 'Factor, [low, high]. Default [0.92, 1.08].' })
  zoom?: [number, number];

  @Field(() => Float, { nullable: true, description: 'Degrees to either side, up to so many. Default 6.' })
  rotate?: number;
}

@InputType({
  description:
    'Ends a training when the smoothed loss over the whole validation set has not fallen for `patience` looks; a look is each 50 steps.',
})
export class EarlyStopInput {
  @Field(() => Int)
  patience: number;

  @Field(() => Float, { nullable: true, defaultValue: 0, description: 'A fall by less does not count.' })
  minDelta: number;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 0.8,
    description: 'Weight of the past in the smoothed loss, 0 to below 1.',
  })
  smoothing: number;
}

@InputType({
  description:
    'architecture SEED_5X5 (as coded) or SEED_3X3 (as described), both with `classes` outputs; He initialisation, zero bias.',
})
export class TrainingInput {
  @Field(() => ArchitectureEnum, { nullable: true, defaultValue: 'SEED_3X3' })
  architecture?: keyof typeof ArchitectureEnum;

  @Field(() => Int, { nullable: true, defaultValue: 100 })
  batchSize?: number;

  @Field(() => Int, { nullable: true, defaultValue: 1000 })
  steps?: number;

  @Field(() => Float, { nullable: true, defaultValue: 0.0001 })
  learningRate?: number;

  @Field(() => Float, { nullable: true, defaultValue: 0.7 })
  keepProb?: number;

  @Field(() => Int, { nullable: true, defaultValue: 1 })
  seed?: number;

  @Field(() => Int, { nullable: true, defaultValue: 50 })
  checkpointEverySteps?: number;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  augment?: boolean;

  @Field(() => AugmentationInput, { nullable: true })
  augmentation?: AugmentationInput;

  @Field(() => EarlyStopInput, { nullable: true, description: 'Left out: exactly `steps` steps.' })
  earlyStop?: EarlyStopInput;

  @Field(() => PrecisionEnum, { nullable: true, description: 'Left out: FP32.' })
  precision?: keyof typeof PrecisionEnum;
}

@InputType({
  description: 'When new data starts a run by itself. schedule: cron, in the reporting zone.',
})
export class TriggerInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'False: new data starts nothing; the times of a schedule still do.',
  })
  automatic?: boolean;

  @Field(() => Int, { nullable: true, defaultValue: 25 })
  minNew?: number;

  @Field(() => Int, { nullable: true, defaultValue: 10 })
  minNewPerClass?: number;

  @Field(() => Int, { nullable: true, defaultValue: 120 })
  debounceSeconds?: number;

  @Field(() => Int, { nullable: true, defaultValue: 1800 })
  maxWaitSeconds?: number;

  @Field(() => Int, { nullable: true, defaultValue: 21_600 })
  cooldownSeconds?: number;

  @Field(() => String, { nullable: true })
  schedule?: string | null;
}

@InputType({
  description: 'floorPercent is held against the Wilson 95 % lower bound (9 of 10 right has 59.58).',
})
export class GateInput {
  @Field(() => DecimalScalar, { nullable: true, defaultValue: '60' })
  floorPercent?: string;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '50' })
  minClassRecallPercent?: string;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '5' })
  baselineTolerancePercent?: string;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '0.05' })
  alpha?: string;

  @Field(() => Boolean, { nullable: true, defaultValue: true })
  strictLooks?: boolean;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '5' })
  marginPercent?: string;
}

@InputType({
  description: 'The first model of a pipeline goes from SMOKE to LIVE; later ones pass shadow and canary.',
})
export class DeploymentInput {
  @Field(() => Boolean, { nullable: true, defaultValue: true })
  automatic?: boolean;

  @Field(() => Int, { nullable: true, defaultValue: 100 })
  shadowRequests?: number;

  @Field(() => Int, { nullable: true, defaultValue: 24 })
  shadowHours?: number;

  @Field(() => [Int], { nullable: true, defaultValue: [10, 50] })
  canaryPercents?: number[];

  @Field(() => DecimalScalar, { nullable: true })
  rejectBelow?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'owner/name on GitHub: live versions appear there as releases and deployments.',
  })
  githubRepository?: string | null;
}

@InputType({
  description:
    'All thresholds have the defaults of their inputs; what is left out takes them. service and dataset: keys.',
})
export class CreatePipelineInput {
  @Field()
  key: string;

  @Field()
  service: string;

  @Field()
  dataset: string;

  @Field(() => TrainingInput, { nullable: true })
  training?: TrainingInput | null;

  @Field(() => TriggerInput, { nullable: true })
  trigger?: TriggerInput | null;

  @Field(() => GateInput, { nullable: true })
  gate?: GateInput | null;

  @Field(() => DeploymentInput, { nullable: true })
  deployment?: DeploymentInput | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}
