import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CANDIDATE_FLAGS, type CandidateFlag } from '#toil';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';

const enumOf = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name]));

export const CandidateFlagEnum = enumOf(CANDIDATE_FLAGS);
registerEnumType(CandidateFlagEnum, { name: 'CandidateFlag' });

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

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Date, in the reporting zone, of the first successful run that was not taken back.',
  })
  liveSince: string | null;
}
