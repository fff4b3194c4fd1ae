import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ErrorCode } from '#platform';
import { DRAFT_STATUSES, type DraftStatus, type WorkClass, type WorkSource } from '#toil';
import { Payload } from '../graphql/payload.type.js';
import { DateScalar, JsonScalar, SecondsScalar } from '../graphql/scalars.js';
import { ErrorCodeEnum } from '../graphql/user-error.type.js';
import { WorkClassEnum } from './task-type.resolver.js';
import { WorkEntryType, WorkSourceEnum } from './work.type.js';

export const DraftStatusEnum = Object.fromEntries(DRAFT_STATUSES.map((name) => [name, name]));
registerEnumType(DraftStatusEnum, { name: 'DraftStatus' });

@ObjectType({ description: 'One thing that was not understood, and the word it is about.' })
export class QuickEntryFault {
  @Field()
  word: string;

  @Field(() => ErrorCodeEnum)
  code: ErrorCode;

  @Field()
  message: string;

  @Field(() => JsonScalar, { nullable: true })
  details: object | null;
}

@ObjectType()
export class QuickEntryClock {
  @Field()
  start: Date;

  @Field()
  end: Date;
}

@ObjectType({
  description:
    'How a line such as "45m checkout restart pods #deploy @yesterday" is understood. Where there is no fault, logging it gives exactly this.',
})
export class QuickEntryPreview {
  @Field(() => SecondsScalar, { nullable: true })
  durationSeconds: number | null;

  @Field(() => QuickEntryClock, {
    nullable: true,
    description: 'From when to when, where the line says so.',
  })
  clock: QuickEntryClock | null;

  @Field(() => String, { nullable: true })
  service: string | null;

  @Field(() => String, { nullable: true })
  taskType: string | null;

  @Field(() => DateScalar, { description: 'Of the start, in the reporting zone.' })
  date: string;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => [QuickEntryFault])
  faults: QuickEntryFault[];
}

@ObjectType({ description: 'Work that was inferred; it counts for nothing until it is confirmed.' })
export class WorkDraft {
  @Field(() => ID)
  id: string;

  personId: string;
  serviceId: string | null;
  taskTypeId: string | null;
  inferredFrom: string | null;

  @Field(() => WorkClassEnum, { nullable: true })
  workClass: WorkClass | null;

  @Field()
  startAt: Date;

  @Field()
  endAt: Date;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field(() => WorkSourceEnum)
  source: WorkSource;

  @Field(() => DraftStatusEnum)
  status: DraftStatus;
}

@ObjectType()
export class ConfirmDraftsPayload extends Payload {
  @Field(() => [WorkEntryType], {
    description: 'What the good drafts became; the others are named in userErrors.',
  })
  entries: object[];
}

@ObjectType({ description: 'The one timer that a person may have running.' })
export class Timer {
  personId: string;
  serviceId: string | null;
  taskTypeId: string | null;

  @Field(() => String, { nullable: true })
  note: string | null;

  @Field()
  startedAt: Date;

  @Field()
  lastSeenAt: Date;
}

@ObjectType()
export class TimerPayload extends Payload {
  @Field(() => Timer, { nullable: true })
  timer: object | null;

  @Field(() => WorkEntryType, {
    nullable: true,
    description: 'What the timer that ran before, or was stopped, became.',
  })
  stopped: object | null;
}

@ObjectType({ description: 'One row of a file that was not taken in.' })
export class ImportFault {
  @Field(() => Int, { description: 'The line of the file, 1-based, the header counted.' })
  line: number;

  @Field()
  message: string;
}
