import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { IncidentEventType, IncidentStatus, IncidentVerdict } from '#toil';
import { PageArgs } from '../graphql/connection.js';
import { DateScalar } from '../graphql/scalars.js';
import { IncidentEventTypeEnum, IncidentStatusEnum, IncidentVerdictEnum } from './incident.type.js';

@InputType({ description: 'severity: 1 (worst) to 5.' })
export class OpenIncidentInput {
  @Field()
  service: string;

  @Field()
  title: string;

  @Field(() => Int, { nullable: true, defaultValue: 3 })
  severity?: number | null;

  @Field(() => Date, { nullable: true })
  at?: Date | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => String, { nullable: true })
  externalId?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({
  description:
    "One event of an incident's life, in any order, any number of times: unique by (source, deliveryId). The incident is named by id or by (source, externalId); OPENED with an unknown externalId creates it (service and title needed).",
})
export class RecordIncidentEventInput {
  @Field(() => ID, { nullable: true })
  incident?: string | null;

  @Field(() => String, { nullable: true })
  source?: string | null;

  @Field(() => String, { nullable: true })
  externalId?: string | null;

  @Field(() => String, { nullable: true })
  deliveryId?: string | null;

  @Field(() => IncidentEventTypeEnum)
  type: IncidentEventType;

  @Field()
  at: Date;

  @Field(() => String, { nullable: true })
  person?: string | null;

  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => Int, { nullable: true })
  handsOnMinutes?: number | null;
}

@InputType()
export class MergeIncidentsInput {
  @Field(() => ID, { description: 'The one that stays.' })
  into: string;

  @Field(() => [ID])
  duplicates: string[];
}

@InputType({ description: 'What is left out stays as it is.' })
export class ReviewIncidentInput {
  @Field(() => ID)
  incident: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: a stale one is refused with CONFLICT.',
  })
  version?: number | null;

  @Field(() => IncidentVerdictEnum, { nullable: true })
  verdict?: IncidentVerdict | null;

  @Field(() => String, { nullable: true })
  stepsTaken?: string | null;
}

@InputType({
  description:
    'The segment that holds `end` ends there, whatever was told before. Refused when time in a locked week would change.',
})
export class CorrectIncidentEndInput {
  @Field(() => ID)
  incident: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read: a stale one is refused with CONFLICT.',
  })
  version?: number | null;

  @Field()
  end: Date;

  @Field({ description: 'How anybody knows; kept in the trail.' })
  reason: string;
}

@ArgsType()
export class IncidentsArgs extends PageArgs {
  @Field(() => IncidentStatusEnum, { nullable: true })
  status?: IncidentStatus | null;

  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => Date, { nullable: true })
  from?: Date | null;

  @Field(() => Date, { nullable: true })
  to?: Date | null;

  @Field(() => String, { nullable: true })
  text?: string | null;
}

@ArgsType()
export class IncidentStatsArgs {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => String, { nullable: true })
  service?: string | null;
}
