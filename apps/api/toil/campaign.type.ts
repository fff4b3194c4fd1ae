import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SURVEY_RHYTHMS, type SurveyAnswer, type SurveyCampaign, type SurveyRhythm } from '#toil';
import { Connection } from '../graphql/connection.js';
import { Payload } from '../graphql/payload.type.js';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';

const SurveyRhythmEnum = Object.fromEntries(SURVEY_RHYTHMS.map((name) => [name, name]));
registerEnumType(SurveyRhythmEnum, { name: 'SurveyRhythm', description: 'How often people are asked.' });

@ObjectType('SurveySchedule', { description: 'When people are asked how their week was.' })
export class SurveyScheduleType {
  @Field(() => ID)
  id: string;

  @Field(() => SurveyRhythmEnum)
  every: SurveyRhythm;

  @Field(() => DateScalar, {
    description: 'The first opening; the others follow on the same day of the week or month.',
  })
  startsOn: string;

  @Field(() => Int)
  openDays: number;

  @Field(() => Int)
  remindAfterDays: number;

  serviceIds: string[] | null;

  @Field(() => Date, { nullable: true })
  stoppedAt: Date | null;
}

@ObjectType('SurveyCampaign', { description: 'One time that people are asked, about one week.' })
export class SurveyCampaignType {
  @Field(() => ID)
  id: string;

  @Field(() => DateScalar, { description: 'The first day of the week that is asked about.' })
  weekStarting: string;

  serviceIds: string[] | null;

  @Field()
  openedAt: Date;

  @Field()
  closesAt: Date;

  @Field(() => Date, { nullable: true, description: 'When those who had not answered were asked once more.' })
  remindedAt: Date | null;
}

@ObjectType({ description: 'How many were asked about a week, and how many have answered.' })
export class SurveyRate {
  @Field(() => Int, { description: 'People with capacity on the services in that week.' })
  invited: number;

  @Field(() => Int)
  answered: number;
}

export const SurveyCampaignConnection = Connection(SurveyCampaignType, 'SurveyCampaign');

@ObjectType('SurveyAnswer', { description: 'What a person said about a week; only the person sees it.' })
export class SurveyAnswerType {
  @Field(() => DateScalar)
  weekStarting: string;

  @Field(() => DecimalScalar)
  toilPercent: string;

  @Field(() => DecimalScalar, { nullable: true })
  engineeringPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  overheadPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  otherPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  timeOffDays: string | null;

  @Field(() => String, { nullable: true })
  comment: string | null;
}

@ObjectType('SurveyForm', {
  description:
    'A survey as the person sees it that is asked: four sliders (toil, engineering, overhead, other) that sum to 100, days off outside of them, and a comment.',
})
export class SurveyFormType {
  @Field(() => SurveyCampaignType)
  campaign: SurveyCampaign;

  @Field(() => SurveyAnswerType, { nullable: true, description: 'null until it is given' })
  answer: SurveyAnswer | null;

  @Field(() => SurveyAnswerType, {
    nullable: true,
    description: 'The answer before; null until this one is given, so that it does not lead.',
  })
  previous: SurveyAnswer | null;
}

@InputType({ description: 'startsOn left out: today. services left out: everybody with capacity.' })
export class StartSurveyInput {
  @Field(() => SurveyRhythmEnum)
  every: SurveyRhythm;

  @Field(() => DateScalar, { nullable: true })
  startsOn?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 7 })
  openDays?: number | null;

  @Field(() => Int, { nullable: true, description: '3, or the day before the last one.' })
  remindAfterDays?: number | null;

  @Field(() => [String], { nullable: true })
  services?: string[] | null;
}

@InputType()
export class StopSurveyInput {
  @Field(() => ID)
  id: string;
}

@ObjectType()
export class SurveySchedulePayload extends Payload {
  @Field(() => SurveyScheduleType, { nullable: true })
  schedule: object | null;
}
