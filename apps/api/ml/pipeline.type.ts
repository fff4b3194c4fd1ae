import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../graphql/connection.js';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { DateTimeScalar, DecimalScalar, JsonScalar } from '../graphql/scalars.js';

export const PipelineStateEnum = { ACTIVE: 'ACTIVE', PAUSED: 'PAUSED', BLOCKED: 'BLOCKED' } as const;
registerEnumType(PipelineStateEnum, {
  name: 'PipelineState',
  description: 'BLOCKED: the same failure three times in a row; resumePipeline clears it.',
});

export const QueueStateEnum = {
  OK: 'OK',
  LOW: 'LOW',
  STARVED: 'STARVED',
  BLOCKED: 'BLOCKED',
  ENDED: 'ENDED',
  FAILED: 'FAILED',
} as const;
registerEnumType(QueueStateEnum, { name: 'QueueState' });

isNode('pip', 'Pipeline', 'pipeline');

@ObjectType('RetrainClause')
export class RetrainClauseType {
  @Field()
  clause: string;

  @Field()
  holds: boolean;

  @Field()
  value: string;

  @Field()
  needed: string;
}

@ObjectType('RetrainStatus', {
  description: 'Why not yet: every clause of the trigger policy with its value; due when all hold.',
})
export class RetrainStatusType {
  @Field()
  due: boolean;

  @Field(() => [RetrainClauseType])
  clauses: RetrainClauseType[];
}

@ObjectType('QueueHealth')
export class QueueHealthType {
  @Field()
  queue: string;

  @Field(() => QueueStateEnum)
  state: keyof typeof QueueStateEnum;

  @Field(() => Int)
  size: number;

  @Field(() => Int)
  capacity: number;

  @Field(() => Int)
  batchSize: number;

  @Field(() => DecimalScalar)
  fillPercent: string;

  @Field(() => DecimalScalar)
  inPerSecond: string;

  @Field(() => DecimalScalar)
  outPerSecond: string;

  @Field(() => Int, { nullable: true })
  etaSeconds: number | null;

  @Field(() => String, { nullable: true })
  cause: string | null;

  @Field(() => DateTimeScalar)
  sampledAt: Date;
}

@ObjectType('Pipeline', { implements: () => [Node] })
export class PipelineType extends Node {
  @Field()
  key: string;

  @Field(() => PipelineStateEnum)
  state: keyof typeof PipelineStateEnum;

  @Field(() => DateTimeScalar)
  createdAt: Date;

  @Field(() => JsonScalar, { description: 'How it trains; the names of TrainingInput.' })
  training: object;

  @Field(() => JsonScalar, { description: 'The names of TriggerInput.' })
  trigger: object;

  @Field(() => JsonScalar, { name: 'gateSettings', description: 'The names of GateInput.' })
  gate: object;

  @Field(() => JsonScalar, { name: 'deploymentSettings', description: 'The names of DeploymentInput.' })
  deployment: object;

  @Field(() => DateTimeScalar, { nullable: true, description: 'No automatic run before.' })
  cooldownUntil: Date | null;
}

/** One page of pipelines. */
export const PipelineConnection = Connection(PipelineType, 'Pipeline');

@ObjectType()
export class PipelinePayload extends Payload {
  @Field(() => PipelineType, { nullable: true })
  pipeline: PipelineType | null;
}
