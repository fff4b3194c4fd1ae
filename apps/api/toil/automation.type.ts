import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CANDIDATE_FLAGS, type CandidateFlag, GROWTH_CLASSES, type GrowthClass } from '#toil';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';
import { MetricNullReasonEnum } from './metric.type.js';

const enumOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name]));

export const CandidateFlagEnum = enumOf(CANDIDATE_FLAGS);
registerEnumType(CandidateFlagEnum, { name: 'CandidateFlag' });

export const GrowthClassEnum = enumOf(GROWTH_CLASSES);
registerEnumType(GrowthClassEnum, { name: 'GrowthClass' });

@ObjectType({ description: 'Ranked by net hours over the horizon.' })
export class AutomationCandidate {
  @Field()
  key: string;

  @Field(() => Int)
  rank: number;

  @Field(() => DecimalScalar, { description: 'Minutes gained by each occurrence.' })
  gainMinutes: string;

  @Field(() => DecimalScalar, { description: 'Less the maintenance; negative: it costs more than it saves.' })
  savedHoursPerWeek: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'null: never.' })
  paybackWeeks: string | null;

  @Field(() => DateScalar, { nullable: true })
  breakEvenDate: string | null;

  @Field(() => DecimalScalar)
  netHours: string;

  @Field(() => CandidateFlagEnum, {
    description: 'RARE: less than three times a year. DO_NOT_AUTOMATE: loses hours over the horizon.',
  })
  flag: CandidateFlag;
}

@ObjectType({
  description:
    'Least squares of weekly toil hours on size, 95 % interval of the slope. Size and time grow together: no proof of a cause.',
})
export class GrowthReport {
  @Field(() => DecimalScalar, { nullable: true })
  slope: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  intercept: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  r2: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  slopeLow: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  slopeHigh: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Slope of the logarithms; null where a size or an hour is 0.',
  })
  elasticity: string | null;

  @Field(() => GrowthClassEnum, { nullable: true })
  growthClass: GrowthClass | null;

  @Field(() => Boolean, { nullable: true })
  scalesLinearly: boolean | null;

  @Field(() => MetricNullReasonEnum, { nullable: true })
  nullReason: string | null;
}

@ObjectType('SavingsLedger')
export class SavingsLedgerType {
  @Field(() => Int)
  rows: number;

  @Field(() => Int)
  creditedRuns: number;

  @Field(() => DecimalScalar, { description: 'Credits less attended minutes.' })
  claimedMinutes: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Demand x baseline less the minutes still worked.',
  })
  realisedMinutes: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'realised / claimed; null when nothing is claimed.',
  })
  ratioPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Automated share of the executions.' })
  countDegreePercent: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Automated share of the effort.' })
  effortDegreePercent: string | null;

  @Field({ description: 'A successful run got no credit because the demand of its week was used up.' })
  demandCapped: boolean;
}

@ObjectType('Automation')
export class AutomationType {
  @Field()
  key: string;

  serviceId: string;

  taskTypeId: string;

  @Field(() => DecimalScalar, { description: 'Frozen when registered.' })
  baselineMinutes: string;

  @Field(() => Int, { nullable: true })
  baselineSamples: number | null;

  @Field(() => DecimalScalar)
  attendedMinutes: string;

  @Field(() => Int, { nullable: true })
  demandPerWeek: number | null;

  @Field()
  registeredAt: Date;
}
