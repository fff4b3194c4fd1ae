import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { RunTrigger } from '#ml';
import { Connection } from '../graphql/connection.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar } from '../graphql/scalars.js';

export const RunStatusEnum = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
registerEnumType(RunStatusEnum, { name: 'RunStatus' });

export const StepNameEnum = {
  VALIDATE: 'VALIDATE',
  PREFLIGHT: 'PREFLIGHT',
  TRAIN: 'TRAIN',
  EVALUATE: 'EVALUATE',
  GATE: 'GATE',
  DEPLOY: 'DEPLOY',
} as const;
registerEnumType(StepNameEnum, { name: 'StepName' });

export const StepStatusEnum = {
  PENDING: 'PENDING',
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  SKIPPED: 'SKIPPED',
} as const;
registerEnumType(StepStatusEnum, { name: 'StepStatus' });

isNode('run', 'PipelineRun', 'pipelineRun');

@ObjectType('PipelineStep', {
  description: 'All six, in order; those never reached are SKIPPED once the run has ended, PENDING before.',
})
export class PipelineStepType {
  @Field(() => StepNameEnum)
  name: keyof typeof StepNameEnum;

  @Field(() => StepStatusEnum)
  status: keyof typeof StepStatusEnum;

  @Field(() => DateTimeScalar, { nullable: true })
  startedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt: Date | null;

  @Field(() => String, { nullable: true })
  detail: string | null;
}

@ObjectType('MetricPoint', {
  description:
    'series: train/loss, val/loss, val/accuracy, train/images_per_second, queue/training/fill, ...',
})
export class MetricPointType {
  @Field()
  series: string;

  @Field(() => Int)
  step: number;

  @Field(() => Float)
  value: number;

  @Field(() => DateTimeScalar)
  at: Date;
}

@ObjectType('PipelineRun', { implements: () => [Node] })
export class PipelineRunType extends Node {
  @Field(() => RunStatusEnum)
  status: keyof typeof RunStatusEnum;

  @Field(() => String, { description: 'MANUAL, AUTOMATIC or SCHEDULE' })
  trigger: RunTrigger;

  @Field({ description: 'Who asked for it.' })
  requestedBy: string;

  @Field(() => String, { nullable: true, description: 'the root cause, in one sentence' })
  error: string | null;

  @Field(() => String, { nullable: true })
  engine: string | null;

  @Field(() => Int)
  seed: number;

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  startedAt: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  finishedAt: Date | null;
}

/** One page of runs. */
export const PipelineRunConnection = Connection(PipelineRunType, 'PipelineRun');

@ObjectType()
export class PipelineRunPayload extends Payload {
  @Field(() => PipelineRunType, { nullable: true })
  run: PipelineRunType | null;
}
