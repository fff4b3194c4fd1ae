import { ArgsType, Field, Float, InputType, Int } from '@nestjs/graphql';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';

@InputType({
  description:
    'Per week, or over overWeeks; measured from the log of the task type when occurrences and minutes are left out.',
})
export class CandidateInput {
  @Field()
  key: string;

  @Field(() => String, { nullable: true })
  taskType?: string | null;

  @Field(() => Int, { nullable: true })
  occurrences?: number | null;

  @Field(() => Int, { nullable: true })
  overWeeks?: number | null;

  @Field(() => DecimalScalar, { nullable: true })
  handsOnMinutes?: string | null;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '0' })
  contextSwitchMinutes?: string | null;

  @Field(() => DecimalScalar)
  coverableShare: string;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '0' })
  attendedMinutes?: string | null;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '0' })
  failureShare?: string | null;

  @Field(() => DecimalScalar)
  buildHours: string;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '0' })
  maintenanceHoursPerWeek?: string | null;
}

@InputType()
export class GrowthPointInput {
  @Field(() => Float)
  size: number;

  @Field(() => Float)
  hours: number;
}

@InputType({
  description:
    'An automation that replaces a task type; the baseline is frozen when registered (left out: median of the log).',
})
export class RegisterAutomationInput {
  @Field()
  key: string;

  @Field()
  service: string;

  @Field()
  taskType: string;

  @Field(() => DecimalScalar, { nullable: true })
  baselineMinutes?: string | null;

  @Field(() => Int, { nullable: true })
  baselineSamples?: number | null;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '0' })
  attendedMinutes?: string | null;

  @Field(() => Int, { nullable: true })
  demandPerWeek?: number | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class RecordAutomationRunInput {
  @Field()
  automation: string;

  @Field()
  runId: string;

  @Field()
  succeeded: boolean;

  @Field()
  at: Date;

  @Field(() => DecimalScalar, { nullable: true })
  attendedMinutes?: string | null;
}

@ArgsType()
export class AutomationCandidatesArgs {
  @Field(() => DateScalar)
  goLive: string;

  @Field(() => Int, { nullable: true, defaultValue: 52 })
  horizonWeeks?: number | null;

  @Field(() => [CandidateInput], { nullable: true, description: 'Left out: the saved ones.' })
  candidates?: CandidateInput[] | null;
}

@ArgsType()
export class ToilGrowthArgs {
  @Field(() => String, { nullable: true })
  service?: string | null;

  @Field(() => DateScalar, { nullable: true })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true })
  to?: string | null;

  @Field(() => [GrowthPointInput], { nullable: true })
  points?: GrowthPointInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'One segment, whatever went live meanwhile.',
  })
  whole?: boolean | null;
}

@ArgsType()
export class SavingsLedgerArgs {
  @Field()
  automation: string;

  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;
}

@ArgsType()
export class ReverseAutomationRunArgs {
  @Field()
  automation: string;

  @Field()
  runId: string;

  @Field()
  reason: string;
}
