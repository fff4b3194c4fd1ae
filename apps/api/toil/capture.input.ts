import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import type { WorkClass, WorkSource } from '#toil';
import { DateScalar } from '../graphql/scalars.js';
import { WorkClassEnum } from './task-type.resolver.js';
import { WorkSourceEnum } from './work.type.js';

const LINE =
  '45m checkout restart pods #deploy @yesterday, or with clock times in the zone of the person: 9am-10:30am checkout';

@ArgsType()
export class PreviewQuickEntryArgs {
  @Field(() => String, { nullable: true })
  person: string | null;

  @Field({ description: LINE })
  line: string;
}

@InputType()
export class LogQuickEntryInput {
  @Field()
  person: string;

  @Field({ description: LINE })
  line: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When the line was typed, if it waited since: today and yesterday count from then.',
  })
  typedAt?: Date | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Copies service, task type, class, note and length of the last entry to today.' })
export class RepeatLastInput {
  @Field()
  person: string;

  @Field(() => String, { nullable: true, description: 'The last one of this service.' })
  service?: string | null;
}

@InputType()
export class StartTimerInput {
  @Field()
  person: string;

  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => String, { nullable: true })
  taskType?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class TimerOfInput {
  @Field()
  person: string;
}

@InputType({ description: 'Work that a bot or a script saw: it ended at `at` and took `duration`.' })
export class ProposeDraftInput {
  @Field()
  person: string;

  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => String, { nullable: true })
  taskType?: string | null;

  @Field(() => WorkClassEnum, { nullable: true })
  workClass?: WorkClass | null;

  @Field({ description: '45m, 1:30, 2h27m or 1.5' })
  duration: string;

  @Field()
  at: Date;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => WorkSourceEnum, { nullable: true, defaultValue: 'CHAT' })
  source?: WorkSource | null;

  @Field(() => String, { nullable: true })
  externalId?: string | null;
}

@InputType({
  description:
    'A sign that somebody was at work. Signs within 20 minutes are one draft, which counts at least 10 minutes; on an incident they tell of the hands-on time.',
})
export class RecordActivityInput {
  @Field()
  person: string;

  @Field(() => String, { nullable: true, description: 'Left out where the incident is named.' })
  service?: string | null;

  @Field(() => ID, { nullable: true })
  incident?: string | null;

  @Field(() => WorkSourceEnum, { nullable: true, defaultValue: 'CHAT' })
  source?: WorkSource | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the source calls it: told again, nothing changes.',
  })
  externalId?: string | null;

  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field()
  at: Date;
}

@InputType({
  description:
    'Named by ids, or all open ones of a person (that end in a week). service, taskType and workClass apply to all of them; what is left out stays as the draft has it.',
})
export class ConfirmDraftsInput {
  @Field(() => [ID], { nullable: true })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Instead of ids: all open drafts of this person.' })
  person?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of these, the ones that end in the seven days from here.',
  })
  weekStarting?: string | null;

  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => String, { nullable: true })
  taskType?: string | null;

  @Field(() => WorkClassEnum, { nullable: true })
  workClass?: WorkClass | null;
}

@InputType()
export class DismissDraftsInput {
  @Field(() => [ID])
  ids: string[];
}
