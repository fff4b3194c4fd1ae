import { Args, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { type Caller, Transactions } from '#platform';
import { Snippets, Surveys } from '#toil';
import { accepted } from '../graphql/answer.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { AcceptedPayload } from '../graphql/payload.type.js';
import { DateScalar, DecimalScalar } from '../graphql/scalars.js';

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

  @Field(() => String, { nullable: true })
  comment?: string | null;
}

/** What people tell beside the log. */
@Resolver()
export class SurveyResolver {
  constructor(
    private readonly snippets: Snippets,
    private readonly surveys: Surveys,
    private readonly transactions: Transactions,
  ) {}

  @Mutation(() => AcceptedPayload)
  submitSnippet(@Args('input') input: SubmitSnippetInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.snippets.submit(tx, caller, input)));
  }

  @Mutation(() => AcceptedPayload)
  submitSurveyResponse(@Args('input') input: SubmitSurveyResponseInput, @CurrentCaller() caller: Caller) {
    return accepted(() => this.transactions.run((tx) => this.surveys.submit(tx, caller, input)));
  }
}
