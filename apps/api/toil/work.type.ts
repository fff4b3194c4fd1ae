import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CLASS_REASONS, WORK_SOURCES, type WorkClass, type WorkSource } from '#toil';
import { isNode, Node } from '../graphql/node.type.js';
import { Payload } from '../graphql/payload.type.js';
import { SecondsScalar } from '../graphql/scalars.js';
import { UserError } from '../graphql/user-error.type.js';
import { WorkClassEnum } from './task-type.resolver.js';

export const WorkSourceEnum = Object.fromEntries(WORK_SOURCES.map((name) => [name, name]));
registerEnumType(WorkSourceEnum, { name: 'WorkSource' });

export const ClassReasonEnum = Object.fromEntries(CLASS_REASONS.map((name) => [name, name]));
registerEnumType(ClassReasonEnum, { name: 'ClassReason' });

isNode('wrk', 'WorkEntry', 'workEntry');

@ObjectType('WorkEntry', { implements: () => [Node] })
export class WorkEntryType implements Node {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => WorkClassEnum)
  workClass: WorkClass;

  @Field(() => WorkClassEnum, {
    nullable: true,
    description: 'The class that the person stated; null: it follows from the task type.',
  })
  statedClass: WorkClass | null;

  @Field(() => SecondsScalar)
  durationSeconds: number;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => WorkSourceEnum)
  source: WorkSource;

  @Field(() => String, { nullable: true })
  externalId: string | null;

  @Field()
  deleted: boolean;
}

@ObjectType()
export class WorkEntryPayload extends Payload {
  @Field(() => WorkEntryType, { nullable: true })
  entry: WorkEntryType | null;
}

@ObjectType({ description: 'One row of a bulk log that was refused; index counts from 0.' })
export class RefusedRow {
  @Field(() => Int)
  index: number;

  @Field(() => [UserError])
  userErrors: UserError[];
}

@ObjectType({ description: 'Good rows are logged, bad ones come back with their reasons.' })
export class BulkWorkPayload extends Payload {
  @Field(() => [WorkEntryType])
  entries: WorkEntryType[];

  @Field(() => [RefusedRow])
  refused: RefusedRow[];
}
