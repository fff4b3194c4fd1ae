import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Feedback, FeedbackRepository, GiveFeedback, type Pipeline, UseFeedback } from '#ml';
import { type Caller, Transactions } from '#platform';
import { answerWith } from '../graphql/answer.js';
import { PageArgs } from '../graphql/connection.js';
import { CurrentCaller } from '../graphql/current-caller.js';
import { grouped, type Loader, Loaders, Loads, type LoadsMany } from '../graphql/loaders.js';
import {
  FeedbackAnswerType,
  FeedbackConnection,
  FeedbackPayload,
  FeedbackType,
  GiveFeedbackInput,
  UseFeedbackInput,
  UseFeedbackPayload,
} from './feedback.type.js';
import { labelledPictures } from './labelled-pictures.js';
import { PipelineType } from './pipeline.type.js';

declare module '../graphql/loaders.js' {
  interface Loaders {
    feedbackAnswers: Loader<FeedbackAnswerType[]>;
  }
}

/** Answers of versions by the id of the labelled picture. */
@Loads('feedbackAnswers')
export class FeedbackAnswersLoader implements LoadsMany<FeedbackAnswerType[]> {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: FeedbackRepository,
  ) {}

  async many(ids: readonly string[]): Promise<Map<string, FeedbackAnswerType[]>> {
    return grouped(await this.feedback.answers(this.transactions.read, ids), ({ feedbackId }) => feedbackId);
  }

  nothing(): FeedbackAnswerType[] {
    return [];
  }
}

/** Labelled pictures of a pipeline. */
@Resolver(() => PipelineType)
export class FeedbackResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly feedback: FeedbackRepository,
    private readonly giving: GiveFeedback,
    private readonly using: UseFeedback,
  ) {}

  @Mutation(() => FeedbackPayload, {
    description:
      'Tells what pictures really show. Every version that is live or on trial is asked about them; a canary that proves worse is taken back.',
  })
  giveFeedback(@Args('input') input: GiveFeedbackInput, @CurrentCaller() caller: Caller) {
    return answerWith<{ feedback: Feedback[] }>({ feedback: [] }, async () => ({
      feedback: await this.giving.give(caller, input, labelledPictures(input.instances)),
    }));
  }

  @Mutation(() => UseFeedbackPayload, {
    description: "Puts labelled pictures into the pipeline's dataset, under the conditions of an upload.",
  })
  useFeedback(@Args('input') input: UseFeedbackInput, @CurrentCaller() caller: Caller) {
    const nothing = {
      accepted: 0,
      duplicates: 0,
      refused: [] as { name: string; code: string; message: string }[],
    };
    return answerWith(nothing, async () => {
      const { accepted, duplicates, faults } = await this.using.use(caller, input);
      return { accepted, duplicates, refused: faults };
    });
  }

  @ResolveField(() => FeedbackConnection, { name: 'feedback', description: 'newest first' })
  list(@Parent() pipeline: Pipeline, @Args() page: PageArgs) {
    return this.feedback.page(this.transactions.read, pipeline.id, page);
  }
}

/** What versions answer to one labelled picture. */
@Resolver(() => FeedbackType)
export class FeedbackAnswersResolver {
  @ResolveField(() => [FeedbackAnswerType])
  answers(@Parent() feedback: Feedback, @Loaders() loaders: Loaders) {
    return loaders.feedbackAnswers.load(feedback.id);
  }
}
