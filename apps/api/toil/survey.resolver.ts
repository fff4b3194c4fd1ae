import { Args, Field, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { Snippets, SurveyReports, Surveys } from '#toil';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';
import { MetricNullReasonEnum } from './metric.type.js';

@InputType({
  description: 'Weekly report line: restates work; per person, service and week toil = max(logged, snippet).',
})
export class SubmitSnippetInput {
  @Field()
  person: string;

  @Field()
  service: string;

  @Field(() => DateScalar)
  weekStarting: string;

  @Field()
  toilDuration: string;

  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType({
  description:
    'A person\'s answer for a week (time off stays outside). engineering and overhead may be left out (the rest is "other"); when all three are given they sum to 100. A second answer for the same person and week replaces the first.',
})
export class SubmitSurveyResponseInput {
  @Field()
  person: string;

  @Field(() => DateScalar)
  weekStarting: string;

  @Field(() => DecimalScalar)
  toilPercent: string;

  @Field(() => DecimalScalar, { nullable: true })
  engineeringPercent?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  overheadPercent?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What is none of the three; with it, all parts that are given sum to 100.',
  })
  otherPercent?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Days off in that week, 0 to 7; the percentages are of the time worked.',
  })
  timeOffDays?: string | null;

  @Field(() => String, { nullable: true })
  comment?: string | null;
}

@ObjectType('SurveyReport', {
  description: 'What the survey of a week says; single answers stay hidden below five.',
})
export class SurveyReportType {
  @Field(() => DateScalar)
  weekStarting: string;

  @Field(() => Int)
  answers: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Share of the capacity whose people answered.' })
  responsePercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  meanPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  lowPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  highPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  nonResponseLowPercent: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  nonResponseHighPercent: string | null;

  @Field(() => MetricNullReasonEnum, { nullable: true })
  nullReason: string | null;

  @Field(() => [String])
  warnings: string[];

  @Field(() => [DecimalScalar], { nullable: true })
  spreadPercents: string[] | null;
}

/** What people tell beside the log. */
@Resolver()
export class SurveyResolver {
  constructor(
    private readonly snippets: Snippets,
    private readonly surveys: Surveys,
    private readonly reports: SurveyReports,
    private readonly transactions: Transactions,
  ) {}

  @Query(() => SurveyReportType, {
    description: 'Population: people with capacity on the services in that week, weighted by it.',
  })
  surveyReport(
    @Args('weekStarting', { type: () => DateScalar }) weekStarting: string,
    @Args('services', { type: () => [String], nullable: true }) services?: string[] | null,
  ) {
    return this.reports.ofWeek(this.transactions.read, weekStarting, services ?? null);
  }

  @Mutation(() => AcceptedPayload)
  submitSnippet(@Args('input') input: SubmitSnippetInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.snippets.submit(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  submitSurveyResponse(@Args('input') input: SubmitSurveyResponseInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.surveys.submit(tx, caller, input)));
  }
}
