import { ArgsType, Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BURN_RULES, type BurnRule } from '#toil';
import { DateScalar, DecimalScalar, SecondsScalar } from '../graphql/scalars.js';

export const BurnRuleEnum = Object.fromEntries(BURN_RULES.map((rule) => [rule, rule]));
registerEnumType(BurnRuleEnum, { name: 'BurnRule' });

@ObjectType('BudgetPeriod', { description: 'to: exclusive.' })
export class BudgetPeriodType {
  @Field(() => DateScalar)
  from: string;

  @Field(() => DateScalar)
  to: string;

  @Field(() => Int)
  workingDays: number;

  @Field(() => Int, { description: 'Up to the day asked for, which counts.' })
  workingDaysPassed: number;
}

@ObjectType('BudgetStatus', {
  description:
    'burn = toil / capacity / budget share over the last working days; 1 spends exactly the budget. daysLeft: working days at the pace of the last five, negative once overspent.',
})
export class BudgetStatusType {
  serviceId: string;

  @Field(() => DecimalScalar, { description: 'Share of the capacity that toil may take.' })
  budgetPercent: string;

  @Field(() => SecondsScalar, { description: 'What the whole period may spend.' })
  budgetSeconds: number;

  @Field(() => SecondsScalar, { description: 'Toil of the period up to the day asked for.' })
  spentSeconds: number;

  @Field(() => BudgetPeriodType, { nullable: true, description: "Null before the budget's first day." })
  period: BudgetPeriodType | null;

  @Field(() => DecimalScalar, { nullable: true })
  consumedPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  burn1d: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  burn5d: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of the period to date where the period has fewer than twenty working days.',
  })
  burn20d: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  daysLeft: string | null;

  @Field(() => [BurnRuleEnum], { description: 'rules whose condition holds, notified or not' })
  openRules: BurnRule[];

  @Field(() => BurnRuleEnum, { nullable: true })
  notifying: BurnRule | null;

  @Field({ description: 'There is no capacity to measure the toil against.' })
  unknown: boolean;
}

@InputType({
  description: 'Replaces the budget of the service. periodWorkingDays: 20 are four weeks, 65 are thirteen.',
})
export class SetBudgetInput {
  @Field()
  service: string;

  @Field(() => DecimalScalar)
  budgetPercent: string;

  @Field(() => Int, { nullable: true, defaultValue: 20 })
  periodWorkingDays?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the first period; left out: when somebody was first allocated to the service.',
  })
  from?: string | null;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '1.6' })
  fastBurn?: string | null;

  @Field(() => DecimalScalar, { nullable: true, defaultValue: '1.1' })
  slowBurn?: string | null;
}

@InputType()
export class EvaluateBudgetsInput {
  @Field(() => DateScalar, { description: 'The day at whose close the budgets are looked at.' })
  at: string;
}

@ArgsType()
export class BudgetStatusesArgs {
  @Field(() => [String], { description: 'Keys, at most 100.' })
  services: string[];

  @Field(() => DateScalar, { description: 'the close of that day in the reporting zone' })
  at: string;
}

@ArgsType()
export class BudgetStatusArgs {
  @Field()
  service: string;

  @Field(() => DateScalar, { description: 'the close of that day in the reporting zone' })
  at: string;
}
