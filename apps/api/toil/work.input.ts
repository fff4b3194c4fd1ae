import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { WorkClass, WorkSource } from '#toil';
import { PageArgs } from '../graphql/connection.js';
import { DateScalar, DateTimeScalar } from '../graphql/scalars.js';
import { WorkClassEnum } from './task-type.resolver.js';
import { WorkSourceEnum } from './work.type.js';

@InputType({
  description: 'Wall-clock time in a zone; fold 0 or 1 picks the first or second of an ambiguous hour.',
})
export class LocalDateTimeInput {
  @Field()
  local: string;

  @Field()
  zone: string;

  @Field(() => Int, { nullable: true })
  fold?: number | null;
}

@InputType({ isAbstract: true })
abstract class WorkContentInput {
  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => String, { nullable: true })
  taskType?: string | null;

  @Field(() => WorkClassEnum, { nullable: true })
  workClass?: WorkClass | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  start?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  end?: Date | null;

  @Field(() => LocalDateTimeInput, { nullable: true })
  startLocal?: LocalDateTimeInput | null;

  @Field(() => LocalDateTimeInput, { nullable: true })
  endLocal?: LocalDateTimeInput | null;

  @Field(() => DateScalar, { nullable: true })
  date?: string | null;

  @Field(() => String, { nullable: true })
  duration?: string | null;
}

@InputType({
  description:
    'Either start+end (each as DateTime or as local time), or date+duration: "45m", "3h", "2h27m", "1:30", or a decimal number of hours ("1.5"); never seconds. workClass given = stated by the person; left out = the task type\'s; neither = UNCLASSIFIED.',
})
export class LogWorkInput extends WorkContentInput {
  @Field()
  person: string;

  @Field(() => WorkSourceEnum, { nullable: true, defaultValue: 'MANUAL' })
  source?: WorkSource | null;

  @Field(() => String, { nullable: true })
  externalId?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A week grid or any other batch; at most 5,000 rows.' })
export class BulkLogWorkInput {
  @Field(() => [LogWorkInput])
  entries: LogWorkInput[];
}

@InputType({ description: 'What is left out stays.' })
export class UpdateWorkInput extends WorkContentInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;
}

@InputType()
export class DeleteWorkInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;
}

@InputType({
  description:
    "Adds deltaSeconds to the live number of the entry's own week, service and class, like a duration-only entry; a snapshot keeps its number.",
})
export class AmendWorkInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  deltaSeconds: number;

  @Field()
  reason: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Freezes a week (its first day) into a snapshot.' })
export class LockPeriodInput {
  @Field(() => DateScalar)
  weekStarting: string;
}

@ArgsType()
export class WorkEntriesArgs extends PageArgs {
  @Field(() => DateTimeScalar, { nullable: true })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;

  @Field(() => String, { nullable: true })
  person?: string | null;

  @Field(() => String, { nullable: true })
  service?: string | null;
}
